package potato.learning;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import potato.learning.Tally.Case;
import potato.model.SignalKind;
import potato.model.Terms;
import potato.reading.Reader;
import potato.reading.Vocabulary;
import potato.reading.VocabularyFiles;

/**
 * Measures the reading on labelled notes of writers from whom nothing was learned. Arguments: folder of the vocabulary,
 * folder of the examples, then {@code held} for the writers that are always left out, or {@code cross} for the others,
 * of whom each fifth is read by what the rest taught; then the threshold; {@code alone} as fifth for the vocabulary alone.
 */
final class ReadingFigures {
    /** Nobody learns or tunes on these. */
    private static final Set<String> HELD = Set.of(
            "zh-minutes",
            "zh-mail-shanghai",
            "zh-ran-shandong",
            "samples-hunan",
            "samples-shaanxi",
            "en-german-engineer",
            "en-us-architect");

    private static final int FOLDS = 5;
    private static final int WORST = 20;

    private final Vocabulary vocabulary;
    private final double threshold;
    private final boolean alone;
    private final List<Case> cases = new ArrayList<>();
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private long nanos;

    private ReadingFigures(Vocabulary vocabulary, double threshold, boolean alone) {
        this.vocabulary = vocabulary;
        this.threshold = threshold;
        this.alone = alone;
    }

    public static void main(String[] arguments) {
        Vocabulary vocabulary = VocabularyFiles.read(Path.of(arguments[0]));
        List<Example> examples = Examples.read(Path.of(arguments[1]));
        ReadingFigures figures = new ReadingFigures(
                vocabulary,
                arguments.length > 3 ? Double.parseDouble(arguments[3]) : 0.5,
                Arrays.asList(arguments).contains("alone"));
        List<Example> others =
                examples.stream().filter(e -> !HELD.contains(e.writer())).toList();
        if (arguments.length > 2 && arguments[2].equals("cross")) {
            List<String> writers =
                    others.stream().map(Example::writer).distinct().sorted().toList();
            for (int i = 0; i < FOLDS; i++) {
                int fold = i;
                figures.measure(
                        others.stream()
                                .filter(e -> writers.indexOf(e.writer()) % FOLDS != fold)
                                .toList(),
                        others.stream()
                                .filter(e -> writers.indexOf(e.writer()) % FOLDS == fold)
                                .toList());
            }
        } else {
            figures.measure(
                    others,
                    examples.stream().filter(e -> HELD.contains(e.writer())).toList());
        }
        figures.print();
    }

    private void measure(List<Example> taught, List<Example> asked) {
        Reader reader = alone
                ? Reader.of(vocabulary)
                : Reader.of(vocabulary, Learner.lesson(taught, vocabulary).blend(), threshold);
        // Once for the compiler, once for the clock.
        asked.forEach(example -> reader.read(example.text()));
        long begin = System.nanoTime();
        asked.forEach(example -> cases.add(new Case(example, reader.read(example.text()))));
        nanos += System.nanoTime() - begin;
    }

    private void print() {
        for (boolean chinese : new boolean[] {true, false}) {
            List<Case> some = cases.stream().filter(c -> c.chinese() == chinese).toList();
            Tally tally = new Tally(some);
            out.println("== " + (chinese ? "zh" : "en") + ": " + some.size() + " notes");
            out.println(tally.pairs("all", pair -> true));
            Stream.of(SignalKind.values())
                    .map(Terms::of)
                    .map(kind -> tally.pairs(kind, pair -> pair.startsWith(kind + " ")))
                    .forEach(out::println);
            out.println(tally.falseAlarms());
            out.println(tally.details());
            for (int tenth = 3; tenth < 10; tenth++) {
                out.println(tally.confidence(tenth / 10.0, (tenth + 1) / 10.0));
            }
        }
        cases.stream()
                .map(c -> c.example().writer())
                .distinct()
                .sorted()
                .map(writer -> new Tally(cases.stream()
                                .filter(c -> c.example().writer().equals(writer))
                                .toList())
                        .pairs(writer, pair -> true))
                .forEach(out::println);
        out.println("== the worst");
        cases.stream()
                .sorted(Comparator.comparingInt(ReadingFigures::errors).reversed())
                .limit(WORST)
                .map(c -> "labelled " + c.labelled() + " read " + c.read() + " <<"
                        + c.example().text().replace('\n', ' ') + ">>")
                .forEach(out::println);
        out.println(String.format(Locale.ROOT, "%.2f ms a note", nanos / 1e6 / Math.max(1, cases.size())));
    }

    private static int errors(Case c) {
        return (int) (c.labelled().stream().filter(p -> !c.read().contains(p)).count()
                + c.read().stream().filter(p -> !c.labelled().contains(p)).count());
    }
}
