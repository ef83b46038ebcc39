package potato.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potato.model.Revision;

/** Reads real Internet-Drafts that are not part of the product; skipped where they are not there. */
class CorpusTest {
    private static final Map<String, Trace> TRACES = new LinkedHashMap<>();
    private static final Map<String, String> FAMILIES = new HashMap<>();
    private static final Map<String, String[]> MANIFEST = new LinkedHashMap<>();
    private static final Map<String, Revision> REVISIONS = new LinkedHashMap<>();
    private static final Map<String, String> TEXTS = new HashMap<>();

    @BeforeAll
    static void readCorpus() throws IOException {
        var ietf = folder().resolve("ietf");
        Assumptions.assumeTrue(
                Files.isReadable(ietf.resolve("MANIFEST.csv")),
                "No corpus at %s; name its folder in POTATO_CORPUS to run this test.".formatted(folder()));
        var reader = new DraftReader(text -> Set.of());
        Files.readAllLines(ietf.resolve("MANIFEST.csv")).stream().skip(1).forEach(row -> {
            var cells = row.split(",", -1);
            var text = textOf(ietf.resolve(cells[0]).resolve(cells[1] + ".txt"));
            var revision = reader.read(text);
            MANIFEST.put(cells[1], cells);
            FAMILIES.put(cells[1], cells[0]);
            REVISIONS.put(cells[1], revision);
            TEXTS.put(cells[1], text);
            TRACES.put(cells[1], Trace.of(revision, text));
        });
    }

    private static Path folder() {
        var property = System.getProperty("POTATO_CORPUS");
        var named = property != null ? property : System.getenv("POTATO_CORPUS");
        return Path.of(named != null ? named : "../shared/corpus");
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void identifierRevisionAndDateAreThoseOfTheManifest() {
        var wrong = new ArrayList<String>();
        MANIFEST.forEach((name, cells) -> {
            var revision = Objects.requireNonNull(REVISIONS.get(name));
            var said = "%s-%s %s"
                    .formatted(revision.identifier(), revision.revision(), revision.on() == null ? "" : revision.on());
            if (!said.equals(name + " " + cells[3])) {
                wrong.add(said + " instead of " + name + " " + cells[3]);
            }
        });
        assertThat(MANIFEST).hasSize(39);
        assertThat(wrong).isEmpty();
    }

    @Test
    void requirementsQuoteTheirText() {
        REVISIONS.forEach((name, revision) -> {
            var draft = DraftText.of(Objects.requireNonNull(TEXTS.get(name)));
            assertThat(revision.requirements())
                    .allSatisfy(
                            r -> assertThat(draft.passage(r.start(), r.end())).isEqualTo(r.text()))
                    .noneSatisfy(r -> assertThat(r.text()).contains("[Page "));
        });
    }

    /** Identical text was printed again under the new name when groups adopted these. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachFamilyBecomesOneDraftInWhateverOrder(long seed) {
        var names = new ArrayList<>(TRACES.keySet());
        Collections.shuffle(names, new Random(seed));
        var known = new ArrayList<Lineage.Known>();
        Map<String, Set<String>> drafts = new HashMap<>();
        for (var name : names) {
            var trace = Objects.requireNonNull(TRACES.get(name));
            List<Lineage.Match> matches = Lineage.find(trace, known);
            assertThat(matches).as(name).hasSizeLessThanOrEqualTo(1);
            var draft = matches.isEmpty() ? name : matches.get(0).draft();
            known.add(new Lineage.Known(draft, trace));
            drafts.computeIfAbsent(draft, d -> new TreeSet<>()).add(Objects.requireNonNull(FAMILIES.get(name)));
        }
        assertThat(drafts.values())
                .hasSize(4)
                .allSatisfy(families -> assertThat(families).hasSize(1));
    }
}
