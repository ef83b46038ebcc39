package potato.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import potato.model.Certainty;
import potato.model.Signal;
import potato.model.Terms;

/**
 * Measures a reader against labelled notes, NDJSON lines {@code {id, lang, text, signals:[{kind, subject, certainty}]}}.
 * What counts are the firm (kind, subject) pairs of a note. Files fall into two halves by the parity of their name's
 * CRC-32: phrases may be tuned on the even half, the odd one is kept for an honest figure.
 */
final class ReadingFigures {
    /** A labelled note and what was read in it. */
    private record Case(String file, String lang, String text, Set<String> labelled, Set<String> read) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Case> cases = new ArrayList<>();

    /** Arguments: folder of the vocabulary, folder of the labelled notes; {@code misses} as third lists the even half's errors. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        Reader reader = Reader.of(VocabularyFiles.read(Path.of(arguments[0])));
        ReadingFigures figures = of(reader, Path.of(arguments[1]));
        if (arguments.length > 2) {
            figures.misses().forEach(out::println);
        }
        figures.lines().forEach(out::println);
    }

    /** Reads every note of the folder's files. */
    static ReadingFigures of(Reader reader, Path folder) throws IOException {
        ReadingFigures figures = new ReadingFigures();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    if (!line.isBlank()) {
                        figures.add(reader, file.getFileName().toString(), JSON.readTree(line));
                    }
                }
            }
        }
        return figures;
    }

    private void add(Reader reader, String file, JsonNode note) {
        Set<String> labelled = new HashSet<>();
        for (JsonNode signal : note.path("signals")) {
            boolean firm = Terms.parse(Certainty.class, signal.path("certainty").asText("stated"))
                    .map(Certainty::firm)
                    .orElse(false);
            if (firm) {
                labelled.add(signal.path("kind").asText() + " "
                        + signal.path("subject").asText());
            }
        }
        Set<String> read = reader.read(note.path("text").asText()).stream()
                .filter(signal -> signal.certainty().firm())
                .map(ReadingFigures::pair)
                .collect(Collectors.toSet());
        cases.add(
                new Case(file, note.path("lang").asText("?"), note.path("text").asText(), labelled, read));
    }

    private static String pair(Signal signal) {
        return Terms.of(signal.kind()) + " " + Terms.of(signal.subject());
    }

    /** F1 over the notes that fit. */
    double f1(Predicate<String> file) {
        return Score.of(cases.stream().filter(c -> file.test(c.file())).toList(), pair -> true)
                .f1();
    }

    /** Whether phrases may be tuned on this file. */
    static boolean tuned(String file) {
        CRC32 crc = new CRC32();
        crc.update(file.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % 2 == 0;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (boolean tuned : new boolean[] {true, false}) {
            List<Case> half =
                    cases.stream().filter(c -> tuned(c.file()) == tuned).toList();
            lines.add("== " + (tuned ? "tuned half" : "kept half") + ": " + half.size() + " notes");
            lines.add(line("all", half, pair -> true));
            half.stream()
                    .map(Case::lang)
                    .distinct()
                    .sorted()
                    .forEach(lang -> lines.add(line(
                            "lang " + lang,
                            half.stream().filter(c -> c.lang().equals(lang)).toList(),
                            pair -> true)));
            half.stream()
                    .map(Case::file)
                    .distinct()
                    .sorted()
                    .forEach(file -> lines.add(line(
                            file,
                            half.stream().filter(c -> c.file().equals(file)).toList(),
                            pair -> true)));
            Stream.of(potato.model.SignalKind.values())
                    .map(Terms::of)
                    .forEach(kind -> lines.add(line(kind, half, pair -> pair.startsWith(kind + " "))));
            long quiet = half.stream().filter(c -> c.labelled().isEmpty()).count();
            long alarmed = half.stream()
                    .filter(c -> c.labelled().isEmpty() && !c.read().isEmpty())
                    .count();
            lines.add("false alarms on notes without firm signals: %d of %d".formatted(alarmed, quiet));
        }
        return lines;
    }

    private static String line(String name, List<Case> cases, Predicate<String> pairs) {
        Score score = Score.of(cases, pairs);
        return "%-32s n=%-4d precision %.3f recall %.3f F1 %.3f"
                .formatted(name, score.hit + score.missed, score.precision(), score.recall(), score.f1());
    }

    private List<String> misses() {
        List<String> lines = new ArrayList<>();
        for (Case c : cases) {
            if (tuned(c.file()) && !c.labelled().equals(c.read())) {
                Map<String, String> differences = new TreeMap<>();
                c.labelled().stream().filter(p -> !c.read().contains(p)).forEach(p -> differences.put(p, "-"));
                c.read().stream().filter(p -> !c.labelled().contains(p)).forEach(p -> differences.put(p, "+"));
                lines.add(differences.entrySet().stream()
                                .map(e -> e.getValue() + e.getKey())
                                .collect(Collectors.joining(" | "))
                        + "  <<" + c.text().replace('\n', ' ') + ">>");
            }
        }
        return lines;
    }

    private record Score(int hit, int extra, int missed) {
        static Score of(List<Case> cases, Predicate<String> pairs) {
            int hit = 0;
            int extra = 0;
            int missed = 0;
            for (Case c : cases) {
                hit += (int) c.read().stream()
                        .filter(pairs)
                        .filter(c.labelled()::contains)
                        .count();
                extra += (int) c.read().stream()
                        .filter(pairs)
                        .filter(p -> !c.labelled().contains(p))
                        .count();
                missed += (int) c.labelled().stream()
                        .filter(pairs)
                        .filter(p -> !c.read().contains(p))
                        .count();
            }
            return new Score(hit, extra, missed);
        }

        double precision() {
            return hit + extra == 0 ? 1 : (double) hit / (hit + extra);
        }

        double recall() {
            return hit + missed == 0 ? 1 : (double) hit / (hit + missed);
        }

        double f1() {
            return hit == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }
}
