package potato.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import potato.model.Attitude;
import potato.model.Contract;
import potato.model.Department;
import potato.model.Fact;
import potato.model.Heard;
import potato.model.LocalNetwork;
import potato.model.Meeting;
import potato.model.NetworkHistory;
import potato.model.Objector;
import potato.model.Purchase;
import potato.model.Tuning;
import potato.relations.Acquaintances;
import potato.relations.Coverage;
import potato.relations.Known;
import potato.relations.Signs;
import potato.relations.Spread;

/**
 * What is known of one local network on one day: the facts that rules see.
 *
 * @param network the local network itself; rules may ask for its operator or province
 * @param facts in an order that depends on nothing but their content
 */
public record Situation(LocalNetwork network, List<Fact> facts) {
    public Situation {
        facts = List.copyOf(facts);
    }

    /** The situation on a day; nothing that happened after it is seen. */
    public static Situation of(NetworkHistory history, LocalDate asOf, Tuning tuning) {
        Gathered gathered = Gathered.of(history, asOf, tuning);
        Known known = gathered.known();
        Assets assets = gathered.assets();
        List<Meeting> meetings = known.meetings();
        List<Heard> heard = known.heard();
        List<Fact> facts = new ArrayList<>(heard);
        facts.addAll(Matters.of(heard));
        facts.addAll(meetings);
        facts.addAll(assets.equipment());
        facts.add(assets.presence(Signs.recovering(known)));
        facts.addAll(assets.contracts(meetings));
        facts.addAll(gathered.purchases());
        facts.addAll(gathered.drafts());
        facts.addAll(gathered.demands());
        facts.addAll(new Coverage(history.network(), history.contacts(), meetings, tuning)
                .departments(mentioned(heard, assets.contracts(meetings))));
        Spread.of(history.network(), history.contacts(), meetings, tuning).ifPresent(facts::add);
        facts.addAll(Acquaintances.of(meetings, tuning));
        facts.addAll(known.newcomers());
        List<Fact> signs = Signs.of(known);
        facts.addAll(signs);
        facts.addAll(objectors(gathered.purchases(), signs));
        return new Situation(history.network(), facts);
    }

    /** What relationships are judged by on a day. */
    public static Known known(NetworkHistory history, LocalDate asOf, Tuning tuning) {
        return Gathered.of(history, asOf, tuning).known();
    }

    /** Who may object to the decisions that are near. */
    private static List<Objector> objectors(List<Purchase> purchases, List<Fact> signs) {
        return purchases.stream()
                .filter(Purchase::nearNotice)
                .flatMap(purchase -> signs.stream()
                        .filter(Attitude.class::isInstance)
                        .map(person -> Objector.of(purchase, (Attitude) person)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Departments that nobody may have met or registered, and that exist all the same: they refuse us, or carry out orders. */
    private static Set<Department> mentioned(List<Heard> heard, List<Contract> contracts) {
        Set<Department> departments = new TreeSet<>();
        heard.stream().map(Heard::department).filter(Objects::nonNull).forEach(departments::add);
        contracts.forEach(contract -> departments.addAll(contract.unmet()));
        return departments;
    }
}
