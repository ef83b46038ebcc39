package potato.dig;

import java.time.LocalDate;
import java.util.List;
import potato.facts.Situation;
import potato.model.Lead;
import potato.model.NetworkHistory;
import potato.ranking.Ranking;
import potato.rulebook.Rulebook;

/** The heart of the service as a pure function: history of one local network + rulebook + day → ranked leads. */
public final class Digger {
    private Digger() {}

    /** The leads of a network on a day, best first. The same input gives the same leads, on any machine, at any time. */
    public static List<Lead> dig(NetworkHistory history, Rulebook rulebook, LocalDate asOf) {
        Situation situation = Situation.of(history, asOf, rulebook.scale().tuning());
        return new Ranking(rulebook.scale()).rank(history.network(), rulebook.evaluate(situation), asOf);
    }
}
