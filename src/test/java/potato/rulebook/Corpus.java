package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rules with marks around the words at fault, kept as text. */
final class Corpus {
    private static final String HEADER = """
            package rules.x;
            import potato.model.*;
            global Findings found;
            global Tuning tuning;
            """;

    private Corpus() {}

    /** A broken file and the faults that it has: {@code code line:column-line:column}. */
    record Broken(String name, String text, List<String> faults) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== ")).skip(1).map(Corpus::broken);
        }
    }

    private static Broken broken(String told) {
        int end = told.indexOf('\n');
        String[] head = told.substring(0, end).split(" \\| ");
        String marked = told.substring(end + 1).stripTrailing().replace("%H\n", HEADER) + "\n";
        StringBuilder text = new StringBuilder();
        List<String> places = new ArrayList<>();
        int line = 1;
        int column = 1;
        String begun = "";
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '⟦') {
                begun = line + ":" + column;
            } else if (c == '⟧') {
                places.add(begun + "-" + line + ":" + column);
            } else {
                text.append(c);
                line += c == '\n' ? 1 : 0;
                column = c == '\n' ? 1 : column + 1;
            }
        }
        List<String> codes = List.of(head[1].split(", "));
        assertThat(places).as(head[0]).hasSameSizeAs(codes);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            faults.add(codes.get(i) + " " + places.get(i));
        }
        return new Broken(head[0], text.toString(), faults);
    }
}
