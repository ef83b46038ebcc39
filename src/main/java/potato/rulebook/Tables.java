package potato.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Family;
import potato.model.LeadKind;
import potato.model.Role;
import potato.model.RuleWeight;
import potato.model.Suggestion;
import potato.model.Terms;
import potato.model.Tuning;
import potato.ranking.Scale;
import potato.rulebook.Diagnostic.Span;

/** The three tables of a rulebook, {@code kinds.csv}, {@code weights.csv} and {@code tuning.csv}, checked cell by cell. */
final class Tables {
    static final String KINDS = "kinds.csv";
    static final String WEIGHTS = "weights.csv";
    static final String TUNING = "tuning.csv";

    /** The numbers that facts and scores are made with; rules may name more. */
    static final List<String> NEEDED = List.of(
            "cap.author",
            "cap.family",
            "cap.voice",
            "coverage.days",
            "department.decisive",
            "dimension.held",
            "draft.silent.days",
            "earliness.half-days",
            "earliness.most",
            "effect.least",
            "event.cluster.days",
            "event.contained.days",
            "expiring.days",
            "grade.relayed",
            "grade.rumour",
            "joint.days",
            "lapse.days",
            "lapse.meetings",
            "lead.least-support",
            "notice.near.days",
            "opportunism.business.days",
            "opportunism.days",
            "opportunism.least.days",
            "opportunism.warn",
            "order.met.days",
            "order.overdue.days",
            "presence.little",
            "recent.days",
            "rhythm.junior.days",
            "rhythm.middle.days",
            "rhythm.senior.days",
            "sack.networks",
            "spread.days",
            "spread.known-posts",
            "stance.fresh.days",
            "stance.half-life.days",
            "tender.ahead.days",
            "tender.early.days",
            "voice.renewal",
            "voice.repeat",
            "voice.repeat.most",
            "voice.same-department",
            "vote.fresh.days",
            "weight.default",
            "weight.rank.department-head",
            "weight.rank.president",
            "weight.rank.section-head",
            "weight.rank.staff",
            "weight.rank.team-lead",
            "weight.rank.unknown",
            "weight.rank.vice-president");

    private static final ObjectReader ROWS = new CsvMapper()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());

    private final RuleFiles files;
    private final List<Diagnostic> faults;

    Tables(RuleFiles files, List<Diagnostic> faults) {
        this.files = files;
        this.faults = faults;
    }

    /** The numbers to score by; faults are collected, and what is faulty is left out. */
    Scale scale() {
        Map<String, LeadKind> kinds = new LinkedHashMap<>();
        each(KINDS, "kind", (kind, row) -> {
            LeadKind read = kind(kind, row);
            if (read != null && kinds.put(kind, read) != null) {
                row.fault("kind", "The kind (%s) stands here twice.".formatted(kind), "Maybe remove one of both rows.");
            }
        });
        Map<String, RuleWeight> weights = new LinkedHashMap<>();
        each(WEIGHTS, "rule", (rule, row) -> {
            Double weight = row.number("weight");
            RuleWeight.Counts counts = row.term("counts", RuleWeight.Counts.class);
            Double halfLife = row.cell("half-life-days").isEmpty() ? null : row.positive("half-life-days");
            String ruleFamily = row.cell("family").isEmpty() ? null : row.cell("family");
            if (weight != null
                    && counts != null
                    && weights.put(rule, new RuleWeight(weight, counts, halfLife, ruleFamily)) != null) {
                row.fault("rule", "The rule (%s) stands here twice.".formatted(rule), "Maybe remove one of both rows.");
            }
        });
        Map<String, Double> tuning = new LinkedHashMap<>();
        each(TUNING, "name", (name, row) -> {
            Double value = row.number("value");
            if (value != null && tuning.put(name, value) != null) {
                row.fault(
                        "name", "The number (%s) stands here twice.".formatted(name), "Maybe remove one of both rows.");
            }
        });
        if (files.texts().containsKey(TUNING)) {
            NEEDED.stream().filter(name -> !tuning.containsKey(name)).forEach(name -> missing(name, tuning.keySet()));
        }
        return new Scale(kinds, weights, new Tuning(tuning));
    }

    /** The rows of tuning.csv of a rulebook that is right. */
    static List<Vocabulary.Figure> numbers(RuleFiles files) {
        List<Vocabulary.Figure> numbers = new ArrayList<>();
        new Tables(files, new ArrayList<>()).each(TUNING, "name", (name, row) -> {
            Double value = row.number("value");
            if (value != null) {
                numbers.add(new Vocabulary.Figure(name, value, row.cell("unit"), row.cell("meaning")));
            }
        });
        return numbers;
    }

    private void missing(String name, Set<String> known) {
        faults.add(Diagnostic.error(
                "missing-number",
                new Span(TUNING, 1, 1, 0),
                null,
                "The service needs the number (%s).".formatted(name),
                Suggestion.hint(
                        name,
                        known.stream().filter(other -> !NEEDED.contains(other)).toList())));
    }

    private @Nullable LeadKind kind(String id, Row row) {
        Family family = row.term("family", Family.class);
        Role role = row.term("role", Role.class);
        Double start = row.number("start");
        Double halfLife = row.positive("half-life-days");
        Department counterpart = row.cell("counterpart").isEmpty() ? null : row.term("counterpart", Department.class);
        return family == null || role == null || start == null || halfLife == null
                ? null
                : new LeadKind(
                        id, family, role, counterpart, start, halfLife, row.cell("title"), row.cell("next-step"));
    }

    private void each(String file, String key, BiConsumer<String, Row> read) {
        String text = files.texts().get(file);
        if (text == null) {
            faults.add(Diagnostic.error(
                    "missing-table",
                    new Span(file, 1, 1, 0),
                    null,
                    "The rules folder has no " + file + ".",
                    "Maybe it was moved; rules/README.md says what it holds."));
            return;
        }
        List<String> lines = text.lines().toList();
        try (MappingIterator<Map<String, String>> rows = ROWS.readValues(text)) {
            int line = 1;
            while (rows.hasNextValue()) {
                Map<String, String> cells = rows.nextValue();
                String value = cells.getOrDefault(key, "");
                line = next(lines, line, value);
                read.accept(value, new Row(file, line, cells));
            }
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            faults.add(Diagnostic.error(
                    "broken-table", new Span(file, Math.max(1, line), 1, 0), null, broken.getOriginalMessage(), null));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory can be read.", impossible);
        }
    }

    /** The line behind another that begins with a cell; the parser itself does not tell where a row began. */
    private static int next(List<String> lines, int behind, String cell) {
        for (int line = behind + 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1).strip();
            if (!text.startsWith("#") && (text.startsWith(cell) || text.startsWith("\"" + cell))) {
                return line;
            }
        }
        return Math.min(lines.size(), behind + 1);
    }

    /** One row, which reports what is wrong with its cells. */
    private final class Row {
        private final String file;
        private final int line;
        private final Map<String, String> cells;

        Row(String file, int line, Map<String, String> cells) {
            this.file = file;
            this.line = line;
            this.cells = cells;
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        @Nullable
        Double number(String column) {
            try {
                double number = Double.parseDouble(cell(column));
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Reported below, like every other cell that is none.
            }
            fault(column, "The %s (%s) is not a number.".formatted(column, cell(column)), null);
            return null;
        }

        /** A number above 0; others are reported and returned all the same, so that nothing else is said to be missing. */
        @Nullable
        Double positive(String column) {
            Double number = number(column);
            if (number != null && number <= 0) {
                fault(column, "The half-life (%s) is not above 0.".formatted(number), null);
            }
            return number;
        }

        <E extends Enum<E>> @Nullable E term(String column, Class<E> type) {
            return Terms.parse(type, cell(column)).orElseGet(() -> {
                List<String> known =
                        Arrays.stream(type.getEnumConstants()).map(Terms::of).toList();
                fault(
                        column,
                        "The %s (%s) is none of %s.".formatted(column, cell(column), String.join(", ", known)),
                        Suggestion.hint(cell(column), known));
                return null;
            });
        }

        void fault(String column, String message, @Nullable String hint) {
            String text = files.texts().getOrDefault(file, "");
            String source = text.lines().skip(line - 1L).findFirst().orElse("");
            int at = Math.max(0, source.indexOf(cell(column)));
            faults.add(Diagnostic.error(
                    "bad-cell", new Span(file, line, at + 1, cell(column).length()), null, message, hint));
        }
    }
}
