package potato.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import potato.rulebook.drl.Dictionary;

/** The analysts' page: the part of it that is made from the model, and the examples in it that can be followed. */
final class Readme {
    static final Path PATH = Path.of("rules", "README.md");
    private static final String BEGIN = "<!-- facts -->\n";
    private static final String END = "<!-- end of facts -->";
    private static final Pattern STEP =
            Pattern.compile("(Add to|Create|Change)\\s`([^`]+)`:\n\n```\\w*\n(.*?)```\n", Pattern.DOTALL);

    private final String text;

    Readme() throws IOException {
        text = Files.readString(PATH);
    }

    /** The part about facts as it stands there. */
    String facts() {
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    /** Writes the part about facts as the model says it. */
    void write() throws IOException {
        Files.writeString(PATH, text.replace(BEGIN + facts() + END, BEGIN + made() + END));
    }

    /** The part about facts as the model says it. */
    static String made() {
        StringBuilder made = new StringBuilder("\n");
        Dictionary.facts().forEach(entry -> made.append(table(entry)));
        made.append("Fields of what facts hold are asked for with a dot: `about.id`.\n\n");
        Dictionary.things().stream()
                .filter(entry -> !entry.meaning().isEmpty())
                .forEach(entry -> made.append(table(entry)));
        made.append("| words | written elsewhere as |\n| --- | --- |\n");
        Dictionary.words()
                .forEach(words -> made.append("| `%s` | %s |\n"
                        .formatted(
                                words.name(),
                                String.join(
                                        ", ",
                                        words.values().stream()
                                                .map(Dictionary.Word::written)
                                                .toList()))));
        return made.append("\n").toString();
    }

    private static String table(Dictionary.Entry entry) {
        StringBuilder table =
                new StringBuilder("**%s**: %s.\n\n| field | type | meaning | example |\n| --- | --- | --- | --- |\n"
                        .formatted(entry.name(), told(entry.meaning())));
        for (Dictionary.Field field : entry.fields()) {
            String type = field.unit() == null ? field.type() : field.unit();
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            field.name(),
                            field.nullable() ? type + " or unknown" : type,
                            told(field.meaning()),
                            field.example() == null ? "" : "`" + field.example() + "`"));
        }
        return table.append("\n").toString();
    }

    /** Numbers of tuning.csv stand in brackets. */
    private static String told(String meaning) {
        return meaning.replaceAll("\\[([^\\]]*)\\]", "[`$1`]");
    }

    /** A worked example: what it is called, and what it makes of the rules. */
    record Example(String name, RuleFiles before, RuleFiles after) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The worked examples, each followed to the letter. */
    List<Example> examples(RuleFiles rules) {
        List<Example> examples = new ArrayList<>();
        for (String part : text.split("(?m)^### (?=[0-9])")) {
            if (Character.isDigit(part.charAt(0))) {
                SortedMap<String, String> texts = new TreeMap<>(rules.texts());
                Matcher step = STEP.matcher(part);
                while (step.find()) {
                    follow(step.group(1), step.group(2), step.group(3), texts);
                }
                examples.add(new Example(part.lines().findFirst().orElseThrow(), rules, new RuleFiles(texts)));
            }
        }
        return examples;
    }

    private static void follow(String what, String path, String block, SortedMap<String, String> texts) {
        String before = texts.getOrDefault(path, "");
        if (what.equals("Create") != before.isEmpty()) {
            throw new IllegalStateException("%s `%s` fits no file.".formatted(what, path));
        }
        if (what.equals("Change")) {
            String old = side(block, '+');
            if (!before.contains(old)) {
                throw new IllegalStateException("(%s) has no such lines: %s".formatted(path, old));
            }
            texts.put(path, before.replace(old, side(block, '-')));
        } else {
            texts.put(
                    path,
                    before.isEmpty()
                            ? block
                            : before.stripTrailing() + (path.endsWith(".csv") ? "\n" : "\n\n") + block);
        }
    }

    /** A change without the lines of the other side. */
    private static String side(String block, char without) {
        return String.join(
                "\n",
                block.lines()
                        .filter(line -> line.isEmpty() || line.charAt(0) != without)
                        .map(line -> line.isEmpty() ? "" : line.substring(1))
                        .toList());
    }
}
