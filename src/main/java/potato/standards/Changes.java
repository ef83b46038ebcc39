package potato.standards;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import potato.model.Requirement;
import potato.model.RequirementChanges;
import potato.model.RequirementChanges.Pair;

/** What became of the requirements from one revision of a draft to the next. */
public final class Changes {
    /** Below this share of common words two sentences speak of different things; read off pairs of real revisions. */
    private static final double ALIKE = 0.5;

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?:[A-Z]\\.)?\\d+(?:\\.\\d+)*|第[一二三四五六七八九十\\d]+[章节条]|(?:Appendix|Annex|附录)\\s*[A-Z](?:\\.\\d+)*|[一二三四五六七八九十]+、)[.:]?");

    private final List<Gist> older;
    private final List<Gist> newer;
    private final Set<String> oldSubjects;
    private final Set<String> newSubjects;
    private final List<Pair> moved = new ArrayList<>();

    private Changes(List<Gist> older, List<Gist> newer) {
        this.older = new ArrayList<>(older);
        this.newer = new ArrayList<>(newer);
        this.oldSubjects = subjects(older);
        this.newSubjects = subjects(newer);
    }

    private static Set<String> subjects(List<Gist> gists) {
        return gists.stream().map(Changes::subject).collect(Collectors.toSet());
    }

    /** What the clause is about: its heading without the number; empty where the clause has but a number. */
    private static String subject(Gist gist) {
        return NUMBER.matcher(gist.requirement().section())
                .replaceFirst("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it left a clause that is still there, or came to one that was there already: else the clause has a new name. */
    private boolean moves(Gist from, Gist to) {
        var left = subject(from);
        var came = subject(to);
        return !left.isEmpty()
                && !came.isEmpty()
                && !left.equals(came)
                && (newSubjects.contains(left) || oldSubjects.contains(came));
    }

    /** Compares two revisions; each requirement of either ends in at most one place, in the order of the newer text. */
    public static RequirementChanges between(List<Requirement> older, List<Requirement> newer) {
        var changes = new Changes(gists(older), gists(newer));
        changes.dropUnchanged();
        return changes.sort(changes.pairs());
    }

    private static List<Gist> gists(List<Requirement> requirements) {
        var gists = new ArrayList<Gist>();
        for (int i = 0; i < requirements.size(); i++) {
            gists.add(Gist.of(requirements.get(i), i));
        }
        return gists;
    }

    private void dropUnchanged() {
        Map<String, Deque<Gist>> waiting = new HashMap<>();
        older.forEach(gist ->
                waiting.computeIfAbsent(gist.key(), key -> new ArrayDeque<>()).add(gist));
        var same = gistsByIdentity();
        newer.removeIf(gist -> {
            var twins = waiting.getOrDefault(gist.key(), new ArrayDeque<>());
            // A sentence may stand in several clauses: the one of the same subject first.
            var twin = twins.stream()
                    .filter(one -> subject(one).equals(subject(gist)))
                    .findFirst()
                    .orElse(twins.peek());
            if (twin == null) {
                return false;
            }
            twins.remove(twin);
            if (moves(twin, gist)) {
                moved.add(new Pair(twin.requirement(), gist.requirement()));
            }
            return same.add(twin);
        });
        older.removeIf(same::contains);
    }

    private record Candidate(Gist from, Gist to, double alike) {
        int apart() {
            return Math.abs(from.place() - to.place());
        }

        int sum() {
            return from.place() + to.place();
        }
    }

    /** The most alike first; ties go to the nearest places, so that the order of the two revisions does not matter. */
    private List<Candidate> pairs() {
        var candidates = candidates();
        candidates.sort(Comparator.comparingDouble(Candidate::alike)
                .reversed()
                .thenComparingInt(Candidate::apart)
                .thenComparingInt(Candidate::sum));
        var pairs = new ArrayList<Candidate>();
        var taken = gistsByIdentity();
        for (var candidate : candidates) {
            if (!taken.contains(candidate.from()) && !taken.contains(candidate.to())) {
                taken.add(candidate.from());
                taken.add(candidate.to());
                pairs.add(candidate);
            }
        }
        return pairs;
    }

    private List<Candidate> candidates() {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < older.size(); i++) {
            for (var gram : older.get(i).grams()) {
                places.computeIfAbsent(gram, g -> new ArrayList<>()).add(i);
            }
        }
        var candidates = new ArrayList<Candidate>();
        for (var to : newer) {
            var shared = new int[older.size()];
            for (var gram : to.grams()) {
                places.getOrDefault(gram, List.of()).forEach(i -> shared[i]++);
            }
            for (int i = 0; i < shared.length; i++) {
                var from = older.get(i);
                double alike =
                        2.0 * shared[i] / (from.grams().size() + to.grams().size());
                if (alike >= ALIKE && !from.contradicts(to)) {
                    candidates.add(new Candidate(from, to, alike));
                }
            }
        }
        return candidates;
    }

    private RequirementChanges sort(List<Candidate> pairs) {
        var inOrder = pairs.stream()
                .sorted(Comparator.comparingInt(pair -> pair.to().place()))
                .toList();
        var paired = gistsByIdentity();
        inOrder.forEach(pair -> {
            paired.add(pair.from());
            paired.add(pair.to());
        });
        older.removeIf(paired::contains);
        newer.removeIf(paired::contains);
        return new RequirementChanges(
                newer.stream().map(Gist::requirement).toList(),
                older.stream().map(Gist::requirement).toList(),
                harder(inOrder, 1),
                harder(inOrder, -1),
                moved,
                harder(inOrder, 0));
    }

    private static List<Pair> harder(List<Candidate> pairs, int which) {
        return pairs.stream()
                .filter(pair -> pair.to().harderThan(pair.from()) == which)
                .map(pair -> new Pair(pair.from().requirement(), pair.to().requirement()))
                .toList();
    }

    private static Set<Gist> gistsByIdentity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
