package potato.rulebook;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static potato.rulebook.SmallRules.CASES;
import static potato.rulebook.SmallRules.DRL;
import static potato.rulebook.SmallRules.with;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an analyst breaks is named with its file, its line and the words at fault. */
class BrokenRulesTest {
    /** Sets to which analysts add rows, and of which they may leave out any. */
    private static final List<String> SETS = List.of("pair.", "small.", "stance.");

    static Stream<Arguments> breakages() {
        return Stream.of(
                broken(
                        "a bracket is missing",
                        DRL,
                        "daysAhead > 0 )",
                        "daysAhead > 0",
                        "syntax",
                        22,
                        "a purchase is on the calendar"),
                broken(
                        "a keyword is misspelt",
                        DRL,
                        "then\n    found.lead($tender)",
                        "than\n    found.lead($tender)",
                        "syntax",
                        23,
                        "a purchase is on the calendar"),
                broken("end is missing", DRL, "$tender);\nend", "$tender);", "syntax", 24, ""),
                broken("unknown type", DRL, "$tender : Purchase(", "$tender : Purchas(", "unknown-type", 22, "Purchas"),
                broken("unknown field", DRL, "daysAhead > 0", "daysAhed > 0", "unknown-field", 22, "daysAhed"),
                broken(
                        "unknown constant",
                        DRL,
                        "SignalKind.COMPLAINT",
                        "SignalKind.COMPLAINTS",
                        "unknown-constant",
                        12,
                        "COMPLAINTS"),
                broken(
                        "unknown method in a condition",
                        DRL,
                        "daysAhead > 0",
                        "title.size() > 0",
                        "unknown-method",
                        22,
                        "size"),
                broken(
                        "unknown method in a consequence",
                        DRL,
                        "because(\"on",
                        "becuse(\"on",
                        "unknown-method",
                        24,
                        "becuse"),
                broken(
                        "unknown variable in a consequence",
                        DRL,
                        "calendar\", $tender)",
                        "calendar\", $tenders)",
                        "unknown-binding",
                        24,
                        "$tenders"),
                broken(
                        "a text where a number belongs",
                        DRL,
                        "daysAhead > 0",
                        "daysAhead > \"soon\"",
                        "type-mismatch",
                        22,
                        "soon"),
                broken(
                        "unknown kind",
                        DRL,
                        "@kind(\"tender-ahead\")",
                        "@kind(\"tender-ahed\")",
                        "unknown-kind",
                        20,
                        "Maybe tender-ahead."),
                broken("no kind", DRL, "    @kind(\"tender-ahead\")\n", "", "no-kind", 19, "@kind"),
                broken(
                        "unknown number",
                        DRL,
                        "voices.several",
                        "voices.severl",
                        "unknown-tuning",
                        13,
                        "Maybe voices.several."),
                broken(
                        "the same name twice",
                        DRL,
                        "a purchase is on the calendar",
                        "operations complain of a rival",
                        "duplicate-rule",
                        19,
                        "complaint.drl:9"),
                broken("a word where a number belongs", "weights.csv", "1.3", "much", "bad-cell", 2, "(much)"),
                broken(
                        "an unknown word",
                        "kinds.csv",
                        "opportunity,account",
                        "oportunity,account",
                        "bad-cell",
                        3,
                        "Maybe opportunity."),
                broken("a half-life of nothing", "kinds.csv", "-2.0,180", "-2.0,0", "bad-cell", 4, "half-life"),
                broken(
                        "a row that stands twice",
                        "weights.csv",
                        "a purchase is on the calendar,0.8,once\n",
                        "operations complain of a rival,0.8,once\na purchase is on the calendar,0.8,once\n",
                        "bad-cell",
                        3,
                        "twice"),
                broken(
                        "a weight without its rule",
                        "weights.csv",
                        "a purchase is on the calendar",
                        "a purchase is on the calender",
                        "unknown-rule",
                        3,
                        "Maybe a purchase is on the calendar."),
                broken(
                        "a number that the service needs is missing",
                        "tuning.csv",
                        "recent.days,",
                        "recent.dayz,",
                        "missing-number",
                        1,
                        "recent.days"),
                broken(
                        "a quote that is not closed",
                        "kinds.csv",
                        "\"Visit, and listen.\"",
                        "\"Visit, and listen.",
                        "broken-table",
                        5,
                        ""),
                broken("a case fails", CASES, "vendor: ZTE}", "vendor: FiberHome}", "case-failed", 1, "FiberHome"),
                broken(
                        "a case expects silence",
                        CASES,
                        "  expect:\n    - {topic: otn, vendor: ZTE}\n",
                        "",
                        "case-failed",
                        1,
                        "Expected nothing"),
                broken(
                        "a case of an unknown rule",
                        CASES,
                        "rule: a purchase is",
                        "rule: purchase is",
                        "unknown-rule",
                        15,
                        "Maybe a purchase is on the calendar."),
                broken(
                        "a case without a rule",
                        CASES,
                        "  rule: a purchase is on the calendar\n",
                        "",
                        "broken-case",
                        22,
                        "The field rule is missing"),
                broken(
                        "a case without a name",
                        CASES,
                        "- case: nothing is bought\n  rule:",
                        "- rule:",
                        "broken-case",
                        25,
                        "The field case is missing"),
                broken(
                        "something heard without a kind",
                        CASES,
                        "{kind: complaint, ",
                        "{",
                        "broken-case",
                        5,
                        "The field kind is missing"),
                broken(
                        "an unknown word in a case",
                        CASES,
                        "kind: complaint",
                        "kind: complant",
                        "broken-case",
                        5,
                        "Maybe complaint."),
                broken("an unknown field in a case", CASES, "daysAgo: 3", "dayAgo: 3", "broken-case", 5, "dayAgo"),
                broken("a case that is no YAML", CASES, "given:", "given: [", "broken-case", 3, ""),
                broken(
                        "a rule that never stops",
                        DRL,
                        "calendar\", $tender);",
                        "calendar\", $tender); update($tender);",
                        "runaway",
                        19,
                        "It does not stop"),
                broken(
                        "a rule that breaks on a fact",
                        CASES,
                        DRL,
                        "because(\"on the",
                        "vendor($tender.vendor().strip()).because(\"on the",
                        "rules-failed",
                        15,
                        "breaks"));
    }

    private static Arguments broken(
            String name, String file, String part, String by, String code, int line, String words) {
        return broken(name, file, file, part, by, code, line, words);
    }

    /** What only shows when the rules run is named at the case that shows it. */
    private static Arguments broken(
            String name, String shownIn, String file, String part, String by, String code, int line, String words) {
        return arguments(name, with(file, part, by), code, shownIn, line, words);
    }

    @ParameterizedTest(name = "{0}: {2} at {3}:{4}")
    @MethodSource("breakages")
    void aFaultIsNamedWithItsPlace(String name, RuleFiles files, String code, String file, int line, String words) {
        assertThat(faults(files))
                .as(name)
                .anySatisfy(fault -> assertThat(fault.described())
                        .startsWith(file + ":" + line + ":")
                        .contains(words));
        assertThat(faults(files)).extracting(Diagnostic::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinds.csv", "weights.csv", "tuning.csv"})
    void aMissingTableIsNamed(String table) {
        assertThat(faults(SmallRules.without(table)))
                .filteredOn(fault -> fault.code().equals("missing-table"))
                .extracting(Diagnostic::file)
                .containsExactly(table);
    }

    @Test
    void allFaultsComeAtOnceInTheOrderOfFilesAndLines() {
        TreeMap<String, String> texts = new TreeMap<>(
                with(DRL, "@kind(\"tender-ahead\")", "@kind(\"tender\")").texts());
        texts.put("weights.csv", "rule,weight,counts\na,b,c\n");
        texts.put("another.drl", "package rules;\nrule broken\n");
        assertThat(faults(new RuleFiles(texts)))
                .extracting(fault -> fault.file() + ":" + fault.line() + " " + fault.code())
                .containsExactly(
                        "another.drl:2 syntax",
                        DRL + ":20 unknown-kind",
                        "weights.csv:2 bad-cell",
                        "weights.csv:2 bad-cell");
    }

    @Test
    void everyShippedNumberIsNeededBySomebody() throws IOException {
        RuleFiles shipped = RuleFiles.read(Path.of("rules"));
        List<String> rows =
                shipped.texts().getOrDefault("tuning.csv", "").lines().toList();
        for (String row : rows.subList(1, rows.size())) {
            if (SETS.stream().anyMatch(row::startsWith)) {
                continue;
            }
            TreeMap<String, String> texts = new TreeMap<>(shipped.texts());
            texts.put(
                    "tuning.csv",
                    rows.stream().filter(other -> !other.equals(row)).collect(joining("\n")));
            String name = row.substring(0, row.indexOf(','));
            assertThat(faults(new RuleFiles(texts)))
                    .as(name)
                    .anySatisfy(fault -> assertThat(fault.message()).contains("(" + name + ")"));
        }
    }

    @Test
    void anEmptyFolderIsNoRulebook() {
        assertThat(faults(new RuleFiles(new TreeMap<>()))).isNotEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsNamed(@TempDir Path folder) throws IOException {
        SmallRules.write(SmallRules.files(), folder);
        Files.write(folder.resolve("kinds.csv"), "kind,绵阳".getBytes(Charset.forName("GB18030")));
        assertThatThrownBy(() -> RuleFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("kinds.csv is not UTF-8. Maybe save it as UTF-8.");
    }

    @Test
    void whatIsRightPasses() {
        assertThat(faults(SmallRules.files())).isEmpty();
    }

    private static List<Diagnostic> faults(RuleFiles files) {
        try {
            Gate.checked(files).close();
            return List.of();
        } catch (RulebookRejected rejected) {
            return rejected.diagnostics();
        }
    }
}
