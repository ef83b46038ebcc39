package potato;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the service said it keeps, it keeps, whenever its process ends. */
class DurabilityIT {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 4;
    private static final Path RULES = Path.of("rules").toAbsolutePath();
    private static final List<String> NETWORKS = List.of("CT-绵阳", "CM-绵阳", "CU-德阳");
    private static final List<String> TEXTS = List.of(
            "运维说中兴的OTN又断了，两个月第三次，大家很不满意。",
            "听说烽火要撤掉驻点的工程师，备件也要从省里调。",
            "规划部明年要扩容传输，预算已经报上去了。",
            "市场部想给工业园区的企业做专线，问我们能不能一起做。",
            "采购说年底要招标PON设备，先摸底。",
            "他们对我们的服务很满意，愿意帮我们说话。",
            "Planning will expand the OTN next year; the budget is in.",
            "今天下雨，只喝了茶。");

    private final Random random = new Random(51);
    /** What was handed in, by id, and what the service said it keeps. */
    private final Map<String, String> sent = new ConcurrentHashMap<>();

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    // About a minute on two idle cores.
    @Timeout(600)
    void noAcknowledgedNoteIsLostOrDoubledWheneverTheProcessIsKilled(@TempDir Path home, @TempDir Path clean)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Service service = Service.launch(home, RULES).ready()) {
                addNetworks(service);
                killWhileWriting(service, round);
            }
        }
        try (Service survivor = Service.launch(home, RULES);
                Service fresh = Service.launch(clean, RULES)) {
            Map<String, JsonNode> kept = notes(survivor.ready());
            assertThat(acknowledged).hasSizeGreaterThan(100).doesNotHaveDuplicates();
            // The first few of each are enough to see what is wrong; all of them would fill the memory.
            assertThat(acknowledged.stream().filter(id -> !kept.containsKey(id)).limit(3))
                    .isEmpty();
            assertThat(kept.keySet().stream()
                            .filter(id -> !sent.containsKey(id))
                            .limit(3))
                    .isEmpty();
            assertThat(kept.entrySet().stream()
                            .filter(note -> !note.getValue().toString().equals(sent.get(note.getKey())))
                            .map(note -> note.getValue() + " was sent as " + sent.get(note.getKey()))
                            .limit(3))
                    .isEmpty();

            addNetworks(fresh.ready());
            accepted(fresh, String.join("\n", texts(kept)), kept.size());
            assertThat(leads(survivor)).isNotEmpty().isEqualTo(leads(fresh));

            JsonNode again = bulk(survivor, String.join("\n", texts(kept)));
            assertThat(again.get("unchanged").intValue()).isEqualTo(kept.size());
            assertThat(notes(survivor)).hasSameSizeAs(kept);
        }
    }

    /** Several writers, one note or many at a time, until the process is killed after so many answers and some more time. */
    private void killWhileWriting(Service service, int round) throws Exception {
        LocalDate day = service.day();
        CountDownLatch answers = new CountDownLatch(20 + random.nextInt(60));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random own = new Random(random.nextLong());
                String name = "r%d-w%d".formatted(round, writer);
                boolean many = writer % 2 == 0;
                ends.add(writers.submit(() -> write(service, name, many ? 30 : 1, day, own, answers)));
            }
            assertThat(answers.await(60, TimeUnit.SECONDS)).isTrue();
            // Somewhere inside what the writers do next; whether it comes to pass does not matter.
            new CountDownLatch(1).await(random.nextInt(80), TimeUnit.MILLISECONDS);
            service.kill();
            for (Future<?> end : ends) {
                end.get(90, TimeUnit.SECONDS);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private void write(Service service, String writer, int size, LocalDate day, Random own, CountDownLatch answers) {
        for (int batch = 0; ; batch++) {
            List<ObjectNode> notes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                notes.add(note("n-%s-%04d-%02d".formatted(writer, batch, i), day.minusDays(own.nextInt(90)), own));
            }
            notes.forEach(note -> sent.put(note.get("id").textValue(), note.toString()));
            try {
                if (size == 1) {
                    HttpResponse<String> answer = service.post(
                            "/api/notes", "application/json", notes.get(0).toString());
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                } else {
                    accepted(service, notes.stream().map(ObjectNode::toString).collect(Collectors.joining("\n")), size);
                }
            } catch (IOException | InterruptedException killed) {
                return;
            }
            notes.forEach(note -> acknowledged.add(note.get("id").textValue()));
            answers.countDown();
        }
    }

    private static ObjectNode note(String id, LocalDate on, Random own) {
        ObjectNode note = Service.JSON.createObjectNode();
        note.put("id", id).put("on", on.toString()).put("network", NETWORKS.get(own.nextInt(NETWORKS.size())));
        note.put("author", "author " + own.nextInt(3)).put("authorRole", "account");
        note.putObject("contact")
                .put("name", "person " + own.nextInt(6))
                .put("department", own.nextBoolean() ? "operations" : "planning")
                .put("rank", "staff");
        note.put("channel", "visit").put("text", TEXTS.get(own.nextInt(TEXTS.size())) + " " + id);
        return note;
    }

    private static void addNetworks(Service service) throws IOException, InterruptedException {
        String networks = NETWORKS.stream()
                .map(id -> Service.JSON
                        .createObjectNode()
                        .put("id", id)
                        .put("operator", id.substring(0, 2))
                        .put("province", "四川")
                        .put("prefecture", id.substring(3))
                        .put("office", "sichuan")
                        .toString())
                .collect(Collectors.joining("\n"));
        HttpResponse<String> answer = service.post("/api/networks", "application/x-ndjson", networks);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void accepted(Service service, String lines, int count) throws IOException, InterruptedException {
        assertThat(bulk(service, lines).get("accepted").intValue()).isEqualTo(count);
    }

    private static JsonNode bulk(Service service, String lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = service.post("/api/notes", "application/x-ndjson", lines);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Service.JSON.readTree(answer.body());
    }

    /** The notes that are kept, as they were handed in; each stands there once. */
    private static Map<String, JsonNode> notes(Service service) throws IOException, InterruptedException {
        Map<String, JsonNode> notes = new TreeMap<>();
        for (JsonNode note : service.all("/api/notes")) {
            assertThat(notes).doesNotContainKey(note.get("id").textValue());
            ((ObjectNode) note).remove("signals");
            notes.put(note.get("id").textValue(), note);
        }
        return notes;
    }

    private static List<String> texts(Map<String, JsonNode> notes) {
        return notes.values().stream().map(JsonNode::toString).toList();
    }

    /** What makes a lead, by its id, in the ranked order. */
    private static List<String> leads(Service service) throws IOException, InterruptedException {
        return service.all("/api/leads").stream()
                .map(lead -> "%s %s %s %s"
                        .formatted(lead.get("id"), lead.get("score"), lead.get("contributions"), lead.get("evidence")))
                .toList();
    }
}
