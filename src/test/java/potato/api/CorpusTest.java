package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.all;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.network;
import static potato.api.Service.put;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Real Internet-Drafts that are not part of the product go through the API; skipped where they are not there. */
@QuarkusTest
@TestProfile(CorpusTest.Empty.class)
@EnabledIf(
        value = "isThere",
        disabledReason = "There is no corpus at ../shared/corpus; name its folder in POTATO_CORPUS to run this test.")
class CorpusTest {
    private static final String NETWORK = "CT-山地";

    /** A service with nothing in it. */
    public static final class Empty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new WithSamples().getConfigOverrides());
            config.put("potato.samples", "false");
            return config;
        }
    }

    static boolean isThere() {
        return Files.isReadable(manifest());
    }

    private static Path manifest() {
        String property = System.getProperty("POTATO_CORPUS");
        String named = property != null ? property : System.getenv("POTATO_CORPUS");
        return Path.of(named != null ? named : "../shared/corpus", "ietf", "MANIFEST.csv");
    }

    /** A row of the manifest. */
    private record Row(
            String family, String draft, @Nullable LocalDate on) {
        static Row of(String row) {
            String[] cells = row.split(",", -1);
            return new Row(cells[0], cells[1], cells[3].isEmpty() ? null : LocalDate.parse(cells[3]));
        }
    }

    @Test
    void realDraftsBecomeOneDraftAFamilyAndALeadFromTheirFirstDay() throws IOException {
        network(NETWORK);
        List<Row> rows =
                Files.readAllLines(manifest()).stream().skip(1).map(Row::of).toList();
        Map<String, Set<String>> drafts = new TreeMap<>();
        Map<String, LocalDate> first = new TreeMap<>();
        Set<String> topics = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            Path file = Objects.requireNonNull(manifest().getParent())
                    .resolve(row.family())
                    .resolve(row.draft() + ".txt");
            JsonNode kept = json(
                    201,
                    as(ADMIN).multiPart("file", file.toFile(), "text/plain").post("/api/drafts"));
            String said = "%s-%s %s"
                    .formatted(
                            kept.path("identifier").asText(),
                            kept.path("revision").asText(),
                            kept.path("on").isNull() ? "" : kept.path("on").asText());
            if (!said.equals(row.draft() + " " + (row.on() == null ? "" : row.on()))) {
                wrong.add(said + " instead of " + row);
            }
            assertThat(kept.path("body").asText()).isEqualTo("ietf");
            drafts.computeIfAbsent(row.family(), family -> new TreeSet<>())
                    .add(kept.path("id").asText());
            if (row.on() != null) {
                first.merge(row.family(), row.on(), (one, two) -> one.isBefore(two) ? one : two);
            }
            list(kept.path("topics")).forEach(topic -> topics.add(topic.asText()));
        }
        assertThat(rows).hasSize(39);
        assertThat(wrong).isEmpty();
        assertThat(drafts)
                .hasSize(4)
                .allSatisfy((family, ids) -> assertThat(ids).as(family).hasSize(1));
        assertThat(all(ADMIN, "/api/drafts").stream()
                        .filter(draft -> drafts.values().stream()
                                .anyMatch(ids -> ids.contains(draft.path("id").asText()))))
                .hasSize(4);

        String installed = topics.stream()
                .map("{\"vendor\":\"ZTE\",\"topic\":\"%s\",\"since\":\"2010-01-01\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        json(201, put("networks/" + NETWORK + "/installed-base", installed));
        first.forEach((family, day) -> assertThat(Service.items(
                        json(200, get("/api/leads", "kind", "upcoming-standard", "as-of", day.toString()))))
                .as("%s on %s", family, day)
                .anySatisfy(lead -> {
                    assertThat(drafts.get(family))
                            .contains(lead.path("about").path("id").asText());
                    assertThat(lead.path("firstSeen").asText()).isEqualTo(day.toString());
                }));
    }

    @Test
    void wordProcessorFilesWithCommentsAndAPdfAreRead() throws IOException {
        Path office = Objects.requireNonNull(
                        Objects.requireNonNull(manifest().getParent()).getParent())
                .resolve("office");
        Set<String> drafts = new TreeSet<>();
        List<Path> files;
        try (var found = Files.list(office)) {
            files = found.sorted().toList();
        }
        int revision = 0;
        for (Path file : files) {
            boolean pdf = file.toString().endsWith(".pdf");
            JsonNode kept = json(
                    201,
                    as(ADMIN)
                            .multiPart("file", file.toFile(), "application/octet-stream")
                            .multiPart("revision", pdf ? "slides" : "03 copy " + ++revision)
                            .post("/api/drafts"));
            if (!pdf) {
                assertThat(kept.path("identifier").asText()).isEqualTo("draft-nsdt-teas-transport-slice-definition");
                assertThat(kept.path("requirements").asInt()).isGreaterThan(20);
                drafts.add(kept.path("id").asText());
                String text = json(
                                200, get("/api/drafts/" + kept.path("id").asText() + "/revisions/03 copy " + revision))
                        .path("text")
                        .asText();
                // A reviewer's words, which stand in the comments of two of the files.
                assertThat(text).doesNotContain("Reference not defined.");
            }
        }
        assertThat(revision).isEqualTo(3);
        assertThat(drafts).hasSize(1);
    }
}
