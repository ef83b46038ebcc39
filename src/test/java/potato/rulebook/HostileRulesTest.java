package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import potato.ranking.Scale;
import potato.rulebook.Corpus.Broken;
import potato.rulebook.Diagnostic.Severity;

/** Rules are code: what reaches beyond the facts, or does not end, never goes live. */
class HostileRulesTest {
    private static final String FILE = "x/x.drl";
    private static RuleFiles shipped;

    @BeforeAll
    static void read() throws IOException {
        shipped = RuleFiles.read(Path.of("rules"));
    }

    static Stream<Broken> hostile() throws IOException {
        return Corpus.read("hostile.txt");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatReachesBeyondTheFactsIsRefusedWhereItStands(Broken broken) {
        TreeMap<String, String> drl = new TreeMap<>(shipped.drl());
        drl.put(FILE, broken.text());
        List<Diagnostic> faults = new ArrayList<>();
        Scale scale = new Tables(shipped, faults).scale();
        new Outline(drl, scale, faults);
        assertThat(faults.stream()
                        .filter(fault -> fault.file().equals(FILE) && fault.severity() == Severity.ERROR)
                        .map(fault -> "%s %d:%d-%d:%d"
                                .formatted(
                                        fault.code(),
                                        fault.line(),
                                        fault.column(),
                                        fault.endLine(),
                                        fault.endColumn())))
                .as(() -> broken.text()
                        + faults.stream().map(Diagnostic::described).toList())
                .containsAll(broken.faults());
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(hostile()).hasSizeGreaterThanOrEqualTo(50);
    }

    static Stream<Arguments> runaways() {
        return Stream.of(
                arguments("a loop", "Purchase( early )", "int i = 0; while (i < 5) { $t.topic(); }"),
                arguments(
                        "a loop that nests",
                        "Purchase()",
                        "for (int i = 0; i < 100000; i++) for (int j = 0; j < 100000; j++) { $t.topic(); }"),
                arguments(
                        "a text that doubles",
                        "Purchase()",
                        "String s = \"xxxxxxxx\"; for (int i = 0; i < 40; i++) s = s + s;"),
                arguments(
                        "a text that doubles by a method",
                        "Purchase()",
                        "String s = \"xxxxxxxx\"; for (int i = 0; i < 40; i++) s = s.concat(s);"),
                arguments(
                        "a list that grows",
                        "Purchase()",
                        "java.util.List l = new java.util.ArrayList(); int i = 0; while (i < 5) { l.add($t); }"),
                arguments(
                        "lists in lists",
                        "Purchase()",
                        "java.util.List l = new java.util.ArrayList(); int i = 0; while (i < 5) { l.add(new java.util.ArrayList()); }"),
                arguments("a function that calls itself", "Purchase( deep(daysAhead) > 0 )", ""),
                arguments("a function that loops in a condition", "Purchase( turns(daysAhead) > 0 )", ""),
                arguments("a fact that is told anew", "Purchase()", "update($t);"),
                arguments(
                        "facts that breed",
                        "Purchase()",
                        "insert(\"a\"); }  { insert(new Integer(3).toString() + $t);"),
                arguments("facts that breed themselves", "String( length < 1000000 ) from \"x\"", ""),
                arguments(
                        "a join of all with all",
                        "Purchase()\n $a : Heard() $b : Heard() $c : Heard() $d : Meeting() $e : Meeting()",
                        ""),
                arguments(
                        "a join that compares",
                        "Purchase()\n $a : Heard( ageDays != 77777 ) $b : Heard( ageDays != $a.ageDays + 99999 )"
                                + " $c : Heard( ageDays != $b.ageDays + 99999 ) $d : Meeting( ageDays != $c.ageDays + 99999 )"
                                + " $e : Meeting( ageDays != $d.ageDays + 99999 ) $f : Meeting( ageDays != $e.ageDays + 99999 )",
                        ""));
    }

    private static final List<String> HARMLESS = List.of("facts that breed", "facts that breed themselves");

    @ParameterizedTest(name = "{0}")
    @MethodSource("runaways")
    void whatDoesNotEndIsStoppedAndNamed(String name, String when, String then) throws IOException {
        String drl = """
                package rules.x;
                import potato.model.*;
                global Findings found;
                function int deep(int n) { return deep(n + 1) + 1; }
                function int turns(int n) { int i = 0; while (i <= n) { i = i - 1 + n - n; } return i; }
                rule "it runs away" @kind("tender-ahead")
                when
                    $t : %s
                then
                    %s
                    found.lead().because("soon");
                end
                """.formatted(when, then);
        TreeMap<String, String> texts = new TreeMap<>(shipped.texts());
        texts.keySet().removeIf(path -> path.endsWith(".drl") && !path.startsWith("tender-ahead"));
        texts.put("weights.csv", "rule,weight,counts\n");
        texts.put("x.drl", drl);
        List<Diagnostic> faults = faults(new RuleFiles(texts));
        if (HARMLESS.contains(name)) {
            assertThat(faults).noneMatch(fault -> fault.code().equals("compile"));
            return;
        }
        assertThat(faults)
                .filteredOn(fault -> fault.severity() == Severity.ERROR)
                .as(() -> faults.toString())
                .anySatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo("runaway");
                    assertThat(fault.rule()).isEqualTo("it runs away");
                    assertThat(fault.file() + ":" + fault.line() + ":" + fault.column())
                            .isEqualTo("x.drl:6:6");
                });
    }

    private static List<Diagnostic> faults(RuleFiles files) {
        try (Rulebook rulebook = Gate.checked(files)) {
            return rulebook.warnings();
        } catch (RulebookRejected rejected) {
            return rejected.diagnostics();
        }
    }
}
