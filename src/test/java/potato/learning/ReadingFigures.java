package potato.learning;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import potato.learning.Tally.Case;
import potato.model.SignalKind;
import potato.model.Terms;
import potato.reading.Blend;
import potato.reading.Reader;
import potato.reading.Vocabulary;
import potato.reading.VocabularyFiles;

/**
 * Measures the reading on labelled notes of writers from whom nothing was learned. Arguments: the data folder; the
 * threshold (0.4); and optionally {@code vocabulary} to leave out all that was learned, or {@code traits} to leave out
 * the encoders. The notes are those of {@code reading/held}.
 */
final class ReadingFigures {
    private static final int WORST = 20;

    private final List<Case> cases = new ArrayList<>();
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private long nanos;

    private ReadingFigures() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        double threshold = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.4;
        String without = arguments.length > 2 ? arguments[2] : "";
        Vocabulary vocabulary = VocabularyFiles.read(data.resolve("vocabulary"));
        Reader reader = Reader.of(vocabulary);
        if (!without.equals("vocabulary")) {
            Encoders encoders = Encoders.load(data.resolve("encoder"), Encoders.none());
            Blend learned = Learner.lesson(Examples.read(data.resolve("reading")), vocabulary)
                    .blend();
            reader = Reader.of(
                    vocabulary,
                    without.equals("traits") ? learned : learned.with(encoders.understanding(), encoders.phrases()),
                    threshold);
        }
        ReadingFigures figures = new ReadingFigures();
        figures.measure(reader, Examples.read(data.resolve("reading").resolve("held")));
        figures.print();
    }

    private void measure(Reader reader, List<Example> asked) {
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
