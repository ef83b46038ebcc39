package potato.relations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.LocalNetwork;
import potato.model.Meeting;
import potato.model.Post;
import potato.model.Rank;
import potato.model.Tuning;

/** Meetings that read aloud: {@code 王明/operations/staff x20 @5} are twenty with 王明, the last five days ago. */
final class Given {
    /** The shipped numbers, but for those that the tests say. */
    static final Tuning TUNING = shipped(Map.of(
            "spread.days", 180.0,
            "spread.known-posts", 3.0,
            "department.decisive", 0.5,
            "coverage.days", 180.0,
            "lapse.meetings", 2.0,
            "lapse.days", 120.0));

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private Given() {}

    private static Tuning shipped(Map<String, Double> said) {
        try {
            Map<String, Double> numbers = new TreeMap<>();
            Files.readAllLines(Path.of("rules", "tuning.csv")).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(cells -> numbers.put(cells[0], Double.valueOf(cells[1])));
            numbers.putAll(said);
            return new Tuning(numbers);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static LocalNetwork network(Post... posts) {
        return new LocalNetwork("CT-绵阳", "CT", "四川", "绵阳", "sichuan", null, List.of(posts));
    }

    /** Meetings of several people, separated by commas. */
    static List<Meeting> meetings(String written) {
        return Stream.of(written.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .flatMap(Given::met)
                .toList();
    }

    private static Stream<Meeting> met(String written) {
        String[] words = written.split(" ");
        String[] who = words[0].split("/", -1);
        int times = number(words, "x", 1);
        int daysAgo = number(words, "@", 5);
        return IntStream.range(0, times)
                .mapToObj(time -> meeting(
                        who[0],
                        who.length < 2 || who[1].isEmpty() ? null : department(who[1]),
                        who.length < 3 ? null : Rank.valueOf(who[2].toUpperCase(java.util.Locale.ROOT)),
                        daysAgo + time));
    }

    static Department department(String written) {
        return Department.valueOf(written.toUpperCase(java.util.Locale.ROOT));
    }

    private static int number(String[] words, String sign, int usual) {
        return Stream.of(words)
                .filter(word -> word.startsWith(sign))
                .mapToInt(word -> Integer.parseInt(word.substring(1)))
                .findFirst()
                .orElse(usual);
    }

    private static Meeting meeting(String person, @Nullable Department department, @Nullable Rank rank, int daysAgo) {
        return new Meeting(
                person,
                department,
                rank,
                "author",
                null,
                daysAgo,
                daysAgo <= 180,
                List.of(Evidence.fact(person + daysAgo, TODAY.minusDays(daysAgo))));
    }
}
