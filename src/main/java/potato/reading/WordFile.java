package potato.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A file of the vocabulary: {@code [headings]} and under each its phrases, one or several a line with {@code ;} between;
 * a line that begins with {@code #} is a remark.
 */
record WordFile(String name, List<Entry> entries) {

    /** One phrase under its heading. */
    record Entry(String heading, String phrase, int line) {}

    /** Reads the lines of a file; what is wrong with them goes to the faults. */
    static WordFile parse(String name, List<String> lines, List<VocabularyFault> faults) {
        List<Entry> entries = new ArrayList<>();
        String heading = "";
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                if (!line.endsWith("]")) {
                    faults.add(new VocabularyFault(
                            name,
                            number,
                            String.format(Locale.ROOT, "The heading (%s) is not closed.", line),
                            "Maybe a ] is missing."));
                }
                heading = line.replaceAll("[\\[\\]]", "").strip();
            } else if (heading.isEmpty()) {
                faults.add(new VocabularyFault(
                        name,
                        number,
                        String.format(Locale.ROOT, "The phrase (%s) stands under no heading.", line),
                        "Maybe a line like [strong] is missing above it."));
            } else {
                String current = heading;
                Arrays.stream(line.split(";", -1))
                        .map(String::strip)
                        .filter(phrase -> !phrase.isEmpty())
                        .forEach(phrase -> entries.add(new Entry(current, phrase, number)));
            }
        }
        return new WordFile(name, List.copyOf(entries));
    }
}
