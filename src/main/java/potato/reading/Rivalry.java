package potato.reading;

import java.util.List;
import potato.model.SignalKind;
import potato.model.Subject;

/** Phrases of one clause that cannot both be meant: the longer of two opposites, the comparison, the rival's own offer. */
final class Rivalry {
    private Rivalry() {}

    /** Leaves only the phrases that are meant. */
    static void settle(Clause clause) {
        if (clause.signs().size() < 2) {
            return;
        }
        boolean rival =
                clause.parties().stream().anyMatch(party -> party.meaning().subject() == Subject.COMPETITOR);
        List<Match<Meaning.Sign>> all = List.copyOf(clause.signs());
        clause.signs().removeIf(sign -> all.stream().anyMatch(other -> excludes(other, sign, rival)));
    }

    private static boolean excludes(Match<Meaning.Sign> winner, Match<Meaning.Sign> loser, boolean rival) {
        SignalKind kind = loser.meaning().kind();
        if (winner.meaning().versus() && !loser.meaning().versus()) {
            return kind == SignalKind.PRAISE || kind == SignalKind.COMPLAINT;
        }
        if (winner.meaning().kind() == SignalKind.COMPETITOR_MOVE && kind == SignalKind.TENDER) {
            return rival && winner.overlaps(loser);
        }
        boolean inside = winner.covers(loser) && winner.length() > loser.length();
        boolean ahead = winner.start() < loser.start() && winner.overlaps(loser);
        return (inside || ahead) && opposite(winner.meaning().kind(), kind);
    }

    /** 不同意 holds 同意, and 一次都没断过 holds 断. */
    private static boolean opposite(SignalKind one, SignalKind other) {
        return switch (one) {
            case OBJECTION -> other == SignalKind.SUPPORT;
            case SUPPORT -> other == SignalKind.OBJECTION;
            case COMPLAINT -> other == SignalKind.PRAISE;
            case PRAISE -> other == SignalKind.COMPLAINT || other == SignalKind.LIVE_FAULT;
            default -> false;
        };
    }
}
