package potato.relations;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import potato.model.Crossing;
import potato.model.Department;
import potato.model.Fact;
import potato.model.Spreading;
import potato.model.Terms;

/** What rules see of relationships beyond single meetings: who stands how, who may block an order, where an incident goes,
 * and whether we come without business. */
public final class Signs {
    private Signs() {}

    /** The facts of what is known, in an order that depends on nothing but their content. */
    public static List<Fact> of(Known known) {
        Chart chart = Chart.of(known);
        Execution execution = new Execution(chart);
        List<Fact> facts = new ArrayList<>(execution.executors());
        facts.addAll(execution.steps());
        facts.addAll(new Standing(chart).attitudes());
        facts.addAll(new SmallNeeds(known.tuning()).of(known.heard()));
        for (Incident incident : Incident.of(known)) {
            facts.add(spreading(incident, known));
            incident.alarms().forEach(alarm -> facts.add(crossing(incident, alarm, known)));
        }
        new Business(known).habit().ifPresent(facts::add);
        return facts;
    }

    /** Whether people who were against us are less so now. */
    public static boolean recovering(Known known) {
        return new Standing(Chart.of(known)).recovering();
    }

    private static Spreading spreading(Incident incident, Known known) {
        return new Spreading(
                incident.topic(),
                incident.cells(),
                incident.departments(),
                days(incident.lastNewCell(), known),
                incident.contained(),
                current(incident, known),
                incident.evidence());
    }

    private static Crossing crossing(Incident incident, Incident.Alarm alarm, Known known) {
        return new Crossing(
                incident.topic(),
                alarm.border(),
                Terms.parse(Department.class, alarm.into()).orElse(null),
                alarm.into(),
                days(alarm.on(), known),
                current(incident, known),
                List.of(alarm.evidence()));
    }

    private static boolean current(Incident incident, Known known) {
        return days(incident.last(), known) <= known.tuning().days("recent.days");
    }

    private static int days(LocalDate since, Known known) {
        return (int) DAYS.between(since, known.asOf());
    }
}
