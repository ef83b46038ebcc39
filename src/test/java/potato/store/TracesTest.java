package potato.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.About;
import potato.model.Certainty;
import potato.model.Contribution;
import potato.model.Evidence;
import potato.model.Family;
import potato.model.Lead;
import potato.model.Role;

class TracesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private static Evidence said(String note, String quote, int start) {
        return new Evidence(
                Evidence.Source.NOTE,
                note,
                null,
                quote,
                start,
                start + quote.length(),
                DAY,
                null,
                null,
                "author:a",
                Certainty.STATED,
                null);
    }

    private static Lead lead(@Nullable About about, Evidence... evidence) {
        return new Lead(
                "l-1",
                new BigDecimal("40.0"),
                Family.OPPORTUNITY,
                "growth-point",
                "CT-绵阳",
                null,
                null,
                about,
                "CT-绵阳: new business: " + (about == null ? "" : about.label()),
                "Work it out.",
                Role.SOLUTION,
                null,
                DAY,
                DAY,
                List.of(
                        new Contribution("start", "start", new BigDecimal("12.0"), List.of()),
                        new Contribution("one", "said", new BigDecimal("20.0"), List.of(0, 1)),
                        new Contribution("two", "known", new BigDecimal("8.0"), List.of(1, 2))),
                List.of(evidence));
    }

    private static final Evidence BOX = Evidence.fact("box", DAY);

    @ParameterizedTest
    @CsvSource(nullValues = "gone", textBlock = """
            gone, 'farm cameras 1|box '
            nothing of it, 'farm cameras 1|box '
            they want chargers, 'chargers 0|farm cameras 1|box '
            and they want chargers, 'chargers 4|farm cameras 1|box '
            """)
    void aQuoteFollowsItsTextOrGoesWithIt(@Nullable String text, String expected) {
        Lead before = lead(null, said("n-1", "they want chargers", 0), said("n-2", "farm cameras", 1), BOX);
        Lead now = followed(before, text, " farm cameras");
        assertThat(now.evidence().stream()
                        .map(piece -> piece.quote() == null
                                ? "box "
                                : piece.quote().replace("they want ", "") + " " + piece.start())
                        .toList())
                .containsExactly(expected.split("\\|"));
        assertThat(now.score()).isEqualTo(before.score());
        assertThat(now.contributions())
                .flatExtracting(Contribution::evidence)
                .allSatisfy(
                        place -> assertThat(place).isBetween(0, now.evidence().size() - 1));
        if (now.evidence().size() == 2) {
            assertThat(now.contributions())
                    .extracting(Contribution::evidence)
                    .containsExactly(List.of(), List.of(0), List.of(0, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "idea,   n-1@0,    village cameras, , true",
        "person, 王新宇,    王新宇,           , true",
        "tender, t-1,      village cameras, , false",
        "idea,   n-1@0,    village cameras, they want village cameras, false"
    })
    void theNameOfAThingGoesWithTheLastNoteThatSaysIt(
            String type, String id, String label, @Nullable String other, boolean gone) {
        Lead before = lead(new About(type, id, label), said("n-1", label, 0), said("n-2", "cameras", 0), BOX);
        Lead now = followed(before, null, other == null ? "cameras" : "cameras: " + other);
        assertThat((now + "").contains(label)).isEqualTo(!gone);
        assertThat(now.about()).isNotNull();
    }

    @Test
    void whatADraftSaysGoesWithIt() {
        Evidence there = draft("d-there");
        Lead before = lead(null, draft("d-gone"), there, BOX);
        assertThat(followed(before, null, "").evidence()).containsExactly(there, BOX);
    }

    private static Evidence draft(String id) {
        return new Evidence(
                Evidence.Source.DRAFT, id, "1", "title", 0, 5, DAY, null, null, "draft:" + id, Certainty.STATED, null);
    }

    @Test
    void aLeadWhoseNotesSayTheSameStaysAsItIs() {
        Lead before = lead(null, said("n-1", "chargers", 0), said("n-2", "cameras", 0), BOX);
        assertThat(followed(before, "chargers", "cameras")).isSameAs(before);
    }

    private static Lead followed(Lead lead, @Nullable String one, String two) {
        Map<String, String> texts = one == null ? Map.of("n-2", two) : Map.of("n-1", one, "n-2", two);
        return new Traces(lead, new Traces.Sources() {
                    @Override
                    public @Nullable String note(String id) {
                        return texts.get(id);
                    }

                    @Override
                    public boolean draft(String id) {
                        return id.equals("d-there");
                    }
                })
                .followed();
    }
}
