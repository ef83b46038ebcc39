package potato.relations;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Executor;
import potato.model.Heard;
import potato.model.Order;
import potato.model.OrderStatus;
import potato.model.OrderStep;
import potato.model.SignalKind;
import potato.model.Subject;

/** Won is not done: the departments and the steps that our orders depend on. */
final class Execution {
    private final Chart chart;
    private final Known known;

    Execution(Chart chart) {
        this.chart = chart;
        this.known = chart.known();
    }

    /** Every department whose work an order needs, of all orders that are not done. */
    List<Executor> executors() {
        return known.orders().stream()
                .filter(order -> order.status().open() || order.status() == OrderStatus.STOPPED)
                .flatMap(order -> order.departments().stream().map(department -> executor(order, department)))
                .toList();
    }

    private Executor executor(Order order, Department department) {
        boolean open = order.status().open();
        long age = DAYS.between(order.signedOn(), known.asOf());
        Double stance = stance(department);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.fact("orders:" + order.id(), order.signedOn(), department));
        if (stance != null && stance < 0) {
            evidence.addAll(against(department));
        }
        return new Executor(
                order.id(),
                order.topic(),
                department,
                open,
                open && age > known.tuning().days("order.overdue.days"),
                order.status() == OrderStatus.STOPPED,
                known.meetings().stream()
                        .anyMatch(meeting -> meeting.department() == department
                                && meeting.ageDays() <= known.tuning().days("order.met.days")),
                stance,
                refusals(department),
                evidence);
    }

    /** Mean stance of its people; null when nobody's is known. */
    private @Nullable Double stance(Department department) {
        OptionalDouble mean = people(department).mapToDouble(Stance::value).average();
        return mean.isPresent() ? Stances.tenths(mean.getAsDouble()) : null;
    }

    private Stream<Stance> people(Department department) {
        return chart.organisation().people().stream()
                .filter(person -> person.department() == department)
                .map(person -> chart.stances().get(person.key()))
                .filter(Objects::nonNull);
    }

    /** The words of those of a department who are against us. */
    private List<Evidence> against(Department department) {
        return people(department)
                .filter(Stance::negative)
                .flatMap(stance -> stance.changes().stream())
                .filter(change -> change.by() < 0)
                .map(Stance.Change::evidence)
                .distinct()
                .toList();
    }

    private int refusals(Department department) {
        return (int) known.heard().stream()
                .filter(said -> said.kind() == SignalKind.ACCESS_REFUSED
                        && said.subject() == Subject.US
                        && said.certainty() == Certainty.STATED
                        && said.department() == department
                        && said.ageDays() <= known.tuning().days("coverage.days"))
                .map(Execution::note)
                .distinct()
                .count();
    }

    private static String note(Heard said) {
        return said.evidence().get(0).id();
    }

    /** Every step of an order that is neither paid nor stopped. */
    List<OrderStep> steps() {
        return known.orders().stream()
                .filter(order -> order.status() != OrderStatus.PAID && order.status() != OrderStatus.STOPPED)
                .flatMap(order -> order.steps().stream().map(step -> step(order, step)))
                .toList();
    }

    private OrderStep step(Order order, Order.Step step) {
        boolean done = step.done(known.asOf());
        boolean overdue = !done && step.dueOn().isBefore(known.asOf());
        return new OrderStep(
                order.id(),
                order.topic(),
                step.name(),
                step.department(),
                step.dueOn(),
                done,
                overdue,
                List.of(Evidence.fact(
                        "orders:" + order.id(), overdue ? step.dueOn() : order.signedOn(), step.department())));
    }
}
