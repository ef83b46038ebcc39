package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import potato.rulebook.Outline.RuleEntry;
import potato.rulebook.Readme.Example;
import potato.rulebook.drl.Dictionary;

/** What the analysts' page says is so. {@code POTATO_README=write} writes its part about facts anew. */
class ReadmeTest {
    static List<Example> examples() throws IOException {
        return new Readme().examples(RuleFiles.read(Path.of("rules")));
    }

    @Test
    void theFactsAreThoseOfTheModel() throws IOException {
        if ("write".equals(System.getenv("POTATO_README"))) {
            new Readme().write();
        }
        assertThat(new Readme().facts()).isEqualTo(Readme.made());
    }

    @Test
    void thereAreFiveExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExampleThatIsFollowedGoesLiveAndIsCoveredByItsCases(Example example) throws RulebookRejected {
        assertThat(example.after().texts()).isNotEqualTo(example.before().texts());
        try (Rulebook rulebook = Gate.checked(example.after())) {
            assertThat(rulebook.warnings()).isEmpty();
            assertThat(new Cases(rulebook).report())
                    .returns(true, Cases.Report::ok)
                    .returns(List.of(), Cases.Report::silent)
                    .returns(List.of(), Cases.Report::loud);
            assertThat(rulebook.scale().weights().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            rulebook.rules().stream().map(RuleEntry::name).toList());
        }
    }

    @Test
    void whatACaseMayGiveIsAllNamed() throws IOException {
        String page = Files.readString(Readme.PATH);
        String cases = page.substring(page.indexOf("\n## Cases"));
        Vocabulary.lists().forEach(list -> {
            String row = cases.lines()
                    .filter(line -> line.startsWith("| `%s` |".formatted(list.list())))
                    .findFirst()
                    .orElse("");
            assertThat(list.fields()).allSatisfy(field -> assertThat(row).contains("`" + field.name() + "`"));
        });
    }

    /** Names that stand before a field in examples, and what binds them. */
    private static final String BOUND = """
            Heard( $voice : voice, $topic : topic, $vendor : vendor, $about : about )
            Meeting( $person : person )
            StandardDraft( $id : id )
            """;

    @Test
    void everyExampleOfAFieldIsACondition() throws IOException, RulebookRejected {
        StringBuilder drl = new StringBuilder("package rules.examples;\nimport potato.model.*;\n");
        List<Dictionary.Entry> entries = new java.util.ArrayList<>(Dictionary.facts());
        for (Dictionary.Entry thing : Dictionary.things()) {
            String owner = thing.name().equals("About")
                    ? "Heard"
                    : thing.name().equals("Expected") ? "StandardDraft" : "Demand";
            entries.add(new Dictionary.Entry(owner, thing.meaning(), thing.fields()));
        }
        int number = 0;
        for (Dictionary.Entry entry : entries) {
            for (Dictionary.Field field : entry.fields()) {
                if (field.example() != null) {
                    drl.append("rule \"%s %d\"\nwhen\n%s    %s( %s )\nthen\nend\n"
                            .formatted(field.name(), number++, BOUND, entry.name(), field.example()));
                }
            }
        }
        assertThat(number).isGreaterThan(100);
        TreeMap<String, String> texts =
                new TreeMap<>(RuleFiles.read(Path.of("rules")).texts());
        texts.keySet().removeIf(path -> path.contains("/"));
        texts.put("weights.csv", "rule,weight,counts\n");
        texts.put("examples/examples.drl", drl.toString());
        try (Rulebook rulebook = new Compiler().compile(new RuleFiles(texts))) {
            assertThat(new TreeSet<>(
                            rulebook.warnings().stream().map(Diagnostic::code).toList()))
                    .isSubsetOf("unused-binding", "cross-product", "subsumed");
        }
    }
}
