package potato.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order that we won.
 *
 * @param currency ISO 4217 code of {@code amount}
 * @param executingDepartments the operator's departments whose work it needs
 * @param steps what is to be done for it, each by one department
 */
public record Order(
        String id,
        String network,
        String topic,
        BigDecimal amount,
        String currency,
        LocalDate signedOn,
        OrderStatus status,
        Set<Department> executingDepartments,
        List<Step> steps) {

    public Order {
        executingDepartments = Set.copyOf(executingDepartments);
        steps = List.copyOf(steps);
    }

    /** An order of which no steps are known. */
    public Order(
            String id,
            String network,
            String topic,
            BigDecimal amount,
            String currency,
            LocalDate signedOn,
            OrderStatus status,
            Set<Department> executingDepartments) {
        this(id, network, topic, amount, currency, signedOn, status, executingDepartments, List.of());
    }

    /** Every department whose work it needs: those named, and the owners of its steps. */
    public Set<Department> departments() {
        return Stream.concat(executingDepartments.stream(), steps.stream().map(Step::department))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A step of an order.
     *
     * @param name what is to be done
     * @param department whose work it is
     * @param dueOn the day by which it is to be done
     * @param doneOn the day on which it was done, null when it is not
     */
    public record Step(
            String name,
            Department department,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {

        /** Whether it was done by a day. */
        public boolean done(LocalDate day) {
            return doneOn != null && !doneOn.isAfter(day);
        }
    }
}
