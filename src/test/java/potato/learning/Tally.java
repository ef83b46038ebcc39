package potato.learning;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import potato.learning.Example.Passage;
import potato.model.Signal;
import potato.model.Terms;

/** How far what was read in some notes agrees with their labels. */
final class Tally {
    /** A labelled note and what was read in it. */
    record Case(Example example, List<Signal> signals) {

        boolean chinese() {
            String text = example.text();
            return text.chars().filter(Character::isIdeographic).count() > text.length() / 5;
        }

        Set<String> labelled() {
            return example.passages().stream()
                    .filter(passage -> passage.certainty().firm())
                    .map(passage -> Terms.of(passage.kind()) + " " + Terms.of(passage.subject()))
                    .collect(Collectors.toSet());
        }

        Set<String> read() {
            return signals.stream()
                    .filter(signal -> signal.certainty().firm())
                    .map(signal -> Terms.of(signal.kind()) + " " + Terms.of(signal.subject()))
                    .collect(Collectors.toSet());
        }
    }

    private final List<Case> cases;

    Tally(List<Case> cases) {
        this.cases = cases;
    }

    /** Precision, recall and F1 of the firm (kind, subject) pairs that fit. */
    String pairs(String name, Predicate<String> pairs) {
        long hit = 0;
        long extra = 0;
        long missed = 0;
        for (Case c : cases) {
            Set<String> labelled = fitting(c.labelled(), pairs);
            Set<String> read = fitting(c.read(), pairs);
            Set<String> common = new HashSet<>(labelled);
            common.retainAll(read);
            hit += common.size();
            extra += read.size() - common.size();
            missed += labelled.size() - common.size();
        }
        return "%-24s n=%-4d precision %.3f recall %.3f F1 %.3f"
                .formatted(
                        name,
                        hit + missed,
                        share(hit, hit + extra),
                        share(hit, hit + missed),
                        share(2 * hit, 2 * hit + extra + missed));
    }

    private static Set<String> fitting(Set<String> all, Predicate<String> pairs) {
        return all.stream().filter(pairs).collect(Collectors.toSet());
    }

    /** On notes without labels. */
    String falseAlarms() {
        List<Case> plain =
                cases.stream().filter(c -> c.example().passages().isEmpty()).toList();
        long alarmed = plain.stream().filter(c -> !c.read().isEmpty()).count();
        return "false alarms             n=%-4d %.3f".formatted(plain.size(), share(alarmed, plain.size()));
    }

    /** Of passages whose kind was read: whom about, how sure, which vendor and topic; and whether the quote meets it. */
    String details() {
        long found = 0;
        long subject = 0;
        long certainty = 0;
        long vendor = 0;
        long topic = 0;
        long quote = 0;
        for (Case c : cases) {
            for (Passage passage : c.example().passages()) {
                List<Signal> same = c.signals().stream()
                        .filter(signal -> signal.kind() == passage.kind())
                        .toList();
                if (!same.isEmpty()) {
                    found++;
                    Predicate<Signal> about = signal -> signal.subject() == passage.subject();
                    subject += any(same, about);
                    certainty += any(same, signal -> signal.certainty() == passage.certainty());
                    vendor += any(same, signal -> Objects.equals(signal.vendor(), passage.vendor()));
                    topic += any(same, signal -> Objects.equals(signal.topic(), passage.topic()));
                    quote += any(same, signal -> passage.within(signal.start(), signal.end()) > 0);
                }
            }
        }
        return "details                  n=%-4d subject %.3f certainty %.3f vendor %.3f topic %.3f quote %.3f"
                .formatted(
                        found,
                        share(subject, found),
                        share(certainty, found),
                        share(vendor, found),
                        share(topic, found),
                        share(quote, found));
    }

    /** How often what was told with about this confidence was right, to be compared with it. */
    String confidence(double from, double to) {
        long told = 0;
        long right = 0;
        for (Case c : cases) {
            for (Signal signal : c.signals()) {
                if (signal.certainty().firm() && signal.confidence() >= from && signal.confidence() < to) {
                    told++;
                    right += c.labelled().contains(Terms.of(signal.kind()) + " " + Terms.of(signal.subject())) ? 1 : 0;
                }
            }
        }
        return "confidence %.1f to %.1f    n=%-4d right %.3f".formatted(from, to, told, share(right, told));
    }

    private static int any(List<Signal> signals, Predicate<Signal> wanted) {
        return signals.stream().anyMatch(wanted) ? 1 : 0;
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
