package potato.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one file of a rulebook became.
 *
 * @param what added, removed or changed
 * @param diff the lines in the unified form: {@code -} went, {@code +} came, a space stayed
 */
public record FileDiff(String file, What what, String diff) {
    private static final int CONTEXT = 3;
    /** Longer files are shown as wholly exchanged behind their common beginning and end. */
    private static final int MOST_CELLS = 4_000_000;

    /** What became of a file. */
    public enum What {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** The files that differ, by path. */
    static List<FileDiff> between(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FileDiff> diffs = new ArrayList<>();
        for (String path : paths) {
            String old = before.getOrDefault(path, "");
            String now = after.getOrDefault(path, "");
            if (!old.equals(now) || before.containsKey(path) != after.containsKey(path)) {
                What what =
                        !before.containsKey(path) ? What.ADDED : after.containsKey(path) ? What.CHANGED : What.REMOVED;
                diffs.add(new FileDiff(
                        path, what, unified(old.lines().toList(), now.lines().toList())));
            }
        }
        return diffs;
    }

    private static String unified(List<String> before, List<String> after) {
        List<Map.Entry<Character, String>> script = script(before, after);
        StringBuilder out = new StringBuilder();
        int oldLine = 1;
        int newLine = 1;
        for (int at = 0; at < script.size(); ) {
            if (script.get(at).getKey() == ' ') {
                at++;
                oldLine++;
                newLine++;
                continue;
            }
            int from = Math.max(0, at - CONTEXT);
            int lead = at - from;
            int end = at;
            for (int same = 0; end < script.size() && same <= 2 * CONTEXT; end++) {
                same = script.get(end).getKey() == ' ' ? same + 1 : 0;
            }
            while (end > at && script.get(end - 1).getKey() == ' ' && trailing(script, end) > CONTEXT) {
                end--;
            }
            List<Map.Entry<Character, String>> hunk = script.subList(from, end);
            long olds = hunk.stream().filter(line -> line.getKey() != '+').count();
            long news = hunk.stream().filter(line -> line.getKey() != '-').count();
            out.append("@@ -%d,%d +%d,%d @@%n"
                    .formatted(oldLine - lead, olds, newLine - lead, news)
                    .replace("\r", ""));
            hunk.forEach(
                    line -> out.append(line.getKey()).append(line.getValue()).append('\n'));
            oldLine += (int) olds - lead;
            newLine += (int) news - lead;
            at = end;
        }
        return out.toString();
    }

    private static int trailing(List<Map.Entry<Character, String>> script, int end) {
        int same = 0;
        while (end - same > 0 && script.get(end - same - 1).getKey() == ' ') {
            same++;
        }
        return same;
    }

    private static List<Map.Entry<Character, String>> script(List<String> before, List<String> after) {
        int head = 0;
        while (head < Math.min(before.size(), after.size()) && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Map.Entry<Character, String>> script = new ArrayList<>();
        before.subList(0, head).forEach(line -> script.add(Map.entry(' ', line)));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), script);
        before.subList(before.size() - tail, before.size()).forEach(line -> script.add(Map.entry(' ', line)));
        return script;
    }

    /** By the longest common subsequence. */
    private static void middle(List<String> before, List<String> after, List<Map.Entry<Character, String>> script) {
        int rows = before.size();
        int columns = after.size();
        boolean tooLong = (long) rows * columns > MOST_CELLS;
        int[][] common = new int[tooLong ? 1 : rows + 1][tooLong ? 1 : columns + 1];
        for (int i = rows - 1; i >= 0 && !tooLong; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows || j < columns) {
            if (!tooLong && i < rows && j < columns && before.get(i).equals(after.get(j))) {
                script.add(Map.entry(' ', before.get(i++)));
                j++;
            } else if (i < rows && (tooLong || j == columns || common[i + 1][j] >= common[i][j + 1])) {
                script.add(Map.entry('-', before.get(i++)));
            } else {
                script.add(Map.entry('+', after.get(j++)));
            }
        }
    }
}
