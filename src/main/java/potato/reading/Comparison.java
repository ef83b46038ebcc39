package potato.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;
import potato.model.Subject;

/** A comparison of two suppliers (X 比 Y 稳, X is worse than Y): what praises one blames the other. */
final class Comparison {
    /** The one that is only compared with is blamed or praised less surely. */
    private static final double OTHER_SIDE = 0.75;

    private Comparison() {}

    /** What the comparison says of the first and of the second; nothing when no supplier is named in it. */
    static List<Sighting> sightings(Clause clause, Match<Meaning.Sign> sign, double confidence, String by) {
        @Nullable Subject first = null;
        @Nullable Subject second = null;
        for (Match<Meaning.Party> party : clause.parties()) {
            Subject subject = party.meaning().subject();
            if (subject == Subject.OPERATOR) {
                continue;
            }
            if (party.start() < sign.start()) {
                first = subject;
            } else if (second == null || second == first) {
                second = subject;
            }
        }
        if (first == null && second == null) {
            return List.of();
        }
        Subject one = first == null ? opposite(second) : first;
        Subject other = second == null || second == one ? opposite(one) : second;
        SignalKind kind = sign.meaning().kind();
        SignalKind reverse = kind == SignalKind.PRAISE ? SignalKind.COMPLAINT : SignalKind.PRAISE;
        return List.of(
                new Sighting(kind, clause, sign.start(), sign.end(), confidence, by, Looks.BEFORE, one),
                new Sighting(
                        reverse, clause, sign.start(), sign.end(), confidence * OTHER_SIDE, by, Looks.AFTER, other));
    }

    private static Subject opposite(@Nullable Subject subject) {
        return subject == Subject.US ? Subject.COMPETITOR : Subject.US;
    }
}
