package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potato.facts.Situation;
import potato.model.Department;
import potato.model.Rank;
import potato.model.SignalKind;
import potato.model.Subject;

/** What DRL has besides plain facts works wholly: each line fires as often as it says on three signals and a rival's box. */
class ConstructsTest {
    private static final Given GIVEN = new Given(
            null,
            null,
            List.of(
                    said(SignalKind.COMPLAINT, Subject.COMPETITOR, "otn", "A", Rank.STAFF, 10),
                    said(SignalKind.TENDER, Subject.OPERATOR, "pon", "B", Rank.SECTION_HEAD, 20),
                    said(SignalKind.EXPANSION, Subject.OPERATOR, "otn", "C", Rank.STAFF, 300)),
            null,
            null,
            List.of(new Given.Box("ZTE", "otn", null, null)),
            null,
            null,
            null,
            null);

    private static RuleFiles shipped;

    @BeforeAll
    static void read() throws IOException {
        shipped = RuleFiles.read(Path.of("rules"));
    }

    private static Given.Said said(
            SignalKind kind, Subject subject, String topic, String person, Rank rank, int daysAgo) {
        return new Given.Said(kind, subject, null, null, topic, null, person, Department.OPERATIONS, rank, daysAgo);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Heard( topic == 'otn', $t : topic ) Equipment( topic == $t ) ~ 2",
                "accumulate( $h : Heard( $r : rank ); $s : collectSet( $r ) ) eval( $s.size() == 2 ) ~ 1",
                "accumulate( $h : Heard( $r : rank ); $s : collectSet( $r ) ) eval( $s.size == 3 ) ~ 0",
                "accumulate( $h : Heard( $r : rank ); $s : collectSet( $r ) ) eval( $s contains Rank.PRESIDENT ) ~ 0",
                "accumulate( $h : Heard( $a : ageDays ); $m : min( $a ), $x : max( $a ), $t : sum( $a ); $m == 10, $x == 300, $t == 330 ) ~ 1",
                "accumulate( $h : Heard( topic == 'q' ); $n : count( $h ); $n == 0 ) ~ 1",
                "Equipment( $t : topic ) accumulate( $h : Heard( topic == $t ); $n : count( $h ); $n == 2 ) ~ 1",
                "not( accumulate( $h : Heard(); $n : count( $h ); $n > 3 ) ) ~ 1",
                "exists( accumulate( $h : Heard(); $n : count( $h ); $n > 2 ) ) ~ 1",
                "$l : java.util.List( size == 3 ) from collect( Heard() ) ~ 1",
                "not( $l : java.util.List( size == 4 ) from collect( Heard() ) ) ~ 1",
                "$n : Number( intValue == 3 ) from accumulate( $h : Heard(), count( $h ) ) ~ 1",
                "forall( Heard( ageDays > 5 ) ) ~ 1",
                "forall( Heard( ageDays > 15 ) ) ~ 0",
                "forall( $h : Heard( topic == 'otn' ) Heard( this == $h, rank == Rank.STAFF ) ) ~ 1",
                "forall( $h : Heard( topic == 'pon' ) Heard( this == $h, rank == Rank.STAFF ) ) ~ 0",
                "not( forall( Heard( ageDays > 15 ) ) ) ~ 1",
                "exists( Heard( topic == 'pon' ) and Equipment() ) ~ 1",
                "not( Heard( topic == 'pon' ) and Equipment( topic == 'pon' ) ) ~ 1",
                "not( Heard( topic == 'q' ) or Heard( topic == 'z' ) ) ~ 1",
                "not( exists( Heard() ) ) ~ 0",
                "Heard( $a : ageDays ) not( eval( $a > 15 ) ) ~ 1",
                "Heard( $a : ageDays ) ( eval( $a > 250 ) or eval( $a < 15 ) ) ~ 2",
                "Heard( $t : topic ) eval( $t in ('otn', 'q') ) ~ 2",
                "Heard( $e : evidence ) Evidence( id == 'n-0000' ) from $e ~ 1",
                "$c : Integer( this > 1 ) from [1, 2, 3] ~ 2",
                "( Heard( topic == 'pon' ) and Equipment() ) or ( Heard( topic == 'q' ) and Equipment() ) ~ 1",
                "Heard( kind == SignalKind.TENDER || == SignalKind.EXPANSION ) ~ 2",
                "Heard( ageDays > 3 && < 100 ) ~ 2",
                "Heard( topic not str[startsWith] 'o' ) ~ 1",
                "Heard( rank >= Rank.TEAM_LEAD ) ~ 1",
                "((((((Heard( ageDays == 10 ))))))) ~ 1",
                "Heard( (((((((ageDays == 10))))))) ) ~ 1"
            })
    void aConstructHoldsAsOftenAsItShould(String when, int times) throws RulebookRejected {
        String rule = "package rules.x;\nimport potato.model.*;\nglobal Findings found;\n"
                + "rule \"x\" @kind(\"tender-ahead\") when\n" + when.replace('\'', '"')
                + "\nthen\n    found.lead().because(\"x\");\nend\n";
        assertThat(run(rule)).hasSize(times);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert", "insertLogical"})
    void aDeclaredTypeIsAStepOfThinking(String tell) throws RulebookRejected {
        String rules = """
                package rules.x;
                import potato.model.*;
                global Findings found;
                declare Spoken
                    topic : String
                end
                rule "step" when Heard( $t : topic ) then %s( new Spoken( $t ) ); end
                rule "x" @kind("tender-ahead") when $s : Spoken( topic == "otn" ) then found.lead().topic($s.getTopic()).because("x"); end
                """.formatted(tell);
        assertThat(run(rules)).hasSize(2);
    }

    private static List<?> run(String drl) throws RulebookRejected {
        TreeMap<String, String> texts = new TreeMap<>(shipped.texts());
        texts.keySet().removeIf(path -> path.contains("/"));
        texts.put("weights.csv", "rule,weight,counts\n");
        texts.put("x/x.drl", drl);
        try (Rulebook rulebook = new Compiler().compile(new RuleFiles(texts))) {
            Rulebook.Evaluation evaluation = rulebook.run(
                    Situation.of(GIVEN.history(), Given.TODAY, rulebook.scale().tuning()));
            assertThat(evaluation.stopped()).isEmpty();
            return evaluation.findings();
        }
    }
}
