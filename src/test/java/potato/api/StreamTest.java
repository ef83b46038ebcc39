package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.delete;
import static potato.api.Service.json;
import static potato.api.Service.network;
import static potato.api.Service.parsed;
import static potato.api.Service.pointers;
import static potato.api.Service.post;
import static potato.api.Service.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithSamples.class)
class StreamTest {
    private static final int PATIENCE_SECONDS = 10;

    /** A server-sent event. */
    private record Event(String id, String name, JsonNode data) {
        String lead() {
            return data.path("lead").path("id").asText();
        }
    }

    /** A reader of the stream, who hears until they hang up. */
    private static final class Listener implements AutoCloseable {
        private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
        private final InputStream body;

        Listener(String account, String network, @Nullable String lastEventId)
                throws IOException, InterruptedException {
            String password = account.equals(ADMIN) ? Service.ADMIN_PASSWORD : "potato";
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/feed/leads/stream?network=%s"
                                    .formatted(RestAssured.port, URLEncoder.encode(network, UTF_8))))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8)))
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            body = answer.body();
            Thread reader = new Thread(this::read, "listener");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
                Map<String, String> fields = new HashMap<>();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isEmpty() && fields.containsKey("data")) {
                        heard.add(new Event(
                                fields.getOrDefault("id", ""),
                                fields.getOrDefault("event", ""),
                                parsed(fields.getOrDefault("data", "null"))));
                        fields.clear();
                    } else if (line.indexOf(':') > 0) {
                        int colon = line.indexOf(':');
                        fields.put(
                                line.substring(0, colon),
                                line.substring(colon + 1).strip());
                    }
                }
            } catch (IOException hungUp) {
                // The test has heard enough.
            }
        }

        Event next() throws InterruptedException {
            return Objects.requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "No event came.");
        }

        List<Event> next(int count) throws InterruptedException {
            List<Event> events = new ArrayList<>();
            while (events.size() < count) {
                events.add(next());
            }
            return events;
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static JsonNode keep(String id, String network) {
        return json(
                201,
                post(
                        "notes",
                        "{\"id\":\"%s\",\"on\":\"2026-11-20\",\"network\":\"%s\",\"text\":\"明年城域网要扩容，预算已经批了。\"}"
                                .formatted(id, network)));
    }

    @Test
    void aLeadThatAppearsAndEndsIsTold() throws IOException, InterruptedException {
        String network = network("CT-拉萨");
        try (Listener listener = new Listener(ADMIN, network, null)) {
            List<String> changed = Service.list(keep("n-told", network).path("leads")).stream()
                    .map(JsonNode::asText)
                    .toList();
            List<Event> appeared = listener.next(changed.size());
            assertThat(appeared).extracting(Event::lead).containsExactlyInAnyOrderElementsOf(changed);
            assertThat(appeared).extracting(Event::name).containsOnly("appeared");
            assertThat(appeared).extracting(event -> Long.parseLong(event.id())).isSorted();
            delete("notes/n-told");
            List<Event> ended = listener.next(changed.size());
            assertThat(ended).extracting(Event::name).contains("ended");
        }
    }

    @Test
    void whoComesBackHearsWhatHappenedMeanwhileAndNothingTwice() throws IOException, InterruptedException {
        String network = network("CT-日喀则");
        String last;
        try (Listener listener = new Listener(ADMIN, network, null)) {
            int changed = keep("n-before", network).path("leads").size();
            last = listener.next(changed).get(changed - 1).id();
        }
        delete("notes/n-before");
        keep("n-meanwhile", network);
        long expected = Service.leadsOf(network).stream()
                .filter(lead -> newest(lead).path("seq").asLong() > Long.parseLong(last))
                .count();
        assertThat(expected).isPositive();
        try (Listener listener = new Listener(ADMIN, network, last)) {
            List<Event> missed = listener.next((int) expected);
            assertThat(missed)
                    .extracting(event -> Long.parseLong(event.id()))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(id).isGreaterThan(Long.parseLong(last)));
            delete("notes/n-meanwhile");
            assertThat(Long.parseLong(listener.next().id()))
                    .isGreaterThan(Long.parseLong(missed.get(missed.size() - 1).id()));
        }
    }

    private static JsonNode newest(JsonNode lead) {
        List<JsonNode> history = Service.items(
                json(200, Service.get("/api/leads/" + lead.path("id").asText() + "/history")));
        return history.get(history.size() - 1);
    }

    @Test
    void aChangeComesWithTheLeadAsItLeftItAndNoLeadComesTwiceUnchanged() throws IOException, InterruptedException {
        String network = network("CT-哈密");
        keep("n-hami-1", network);
        delete("notes/n-hami-1");
        keep("n-hami-2", network);
        List<JsonNode> leads = Service.leadsOf(network);
        try (Listener listener = new Listener(ADMIN, network, "0")) {
            List<Event> told = listener.next(leads.size());
            assertThat(told)
                    .extracting(Event::lead)
                    .containsExactlyInAnyOrderElementsOf(
                            leads.stream().map(lead -> lead.path("id").asText()).toList());
            assertThat(told).allSatisfy(event -> {
                JsonNode change = event.data().path("change");
                JsonNode lead = event.data().path("lead");
                assertThat(change).isEqualTo(newest(lead));
                assertThat(event.name()).isEqualTo("returned");
                assertThat(lead.path("status")).isEqualTo(change.path("status"));
                assertThat(lead.path("score")).isEqualTo(change.path("score"));
            });
            delete("notes/n-hami-2");
            assertThat(listener.next(leads.size())).extracting(Event::name).containsOnly("ended");
            assertThat(listener.heard).isEmpty();
        }
    }

    @Test
    void anOfficeHearsNothingOfOthers() throws IOException, InterruptedException {
        String network = network("CT-山南市");
        try (Listener other = new Listener("sichuan", network, null);
                Listener admin = new Listener(ADMIN, network, null)) {
            keep("n-unheard", network);
            admin.next();
            assertThat(other.heard).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "-1", "+1", "1.5", "٣", "99999999999999999999"})
    void anEventIdOfSomethingElseIsRefused(String id) {
        assertThat(pointers(problem(
                        400, Service.as(ADMIN).header("Last-Event-ID", id).get("/feed/leads/stream"))))
                .containsExactly("/Last-Event-ID");
    }

    @Test
    void whoRemembersAnotherDatabaseHearsWhatIsNew() throws IOException, InterruptedException {
        String network = network("CT-昌吉");
        try (Listener listener = new Listener(ADMIN, network, "999999999")) {
            int changed = keep("n-other-database", network).path("leads").size();
            assertThat(listener.next(changed)).extracting(Event::name).containsOnly("appeared");
        }
    }

    @Test
    void aBadParameterOfTheStreamIsRefused() {
        assertThat(pointers(problem(400, Service.get("/feed/leads/stream", "ofice", "x"))))
                .containsExactly("/ofice");
    }
}
