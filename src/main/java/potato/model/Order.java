package potato.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * An order that we won.
 *
 * @param currency ISO 4217 code of {@code amount}
 * @param executingDepartments the operator's departments whose work it needs
 */
public record Order(
        String id,
        String network,
        String topic,
        BigDecimal amount,
        String currency,
        LocalDate signedOn,
        OrderStatus status,
        Set<Department> executingDepartments) {

    public Order {
        executingDepartments = Set.copyOf(executingDepartments);
    }
}
