package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Order;
import potato.model.OrderStatus;

/** An order as stored. */
@Entity
@Table(name = "won_order")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class OrderRow extends PanacheEntityBase {
    @Id
    String id;

    String network;
    String topic;
    BigDecimal amount;
    String currency;

    @Column(name = "signed_on")
    LocalDate signedOn;

    String status;

    @Column(name = "executing_departments")
    String executingDepartments;

    @Nullable
    String steps;

    Order order() {
        return new Order(
                id,
                network,
                topic,
                amount,
                currency,
                signedOn,
                Written.known(OrderStatus.class, status),
                Written.words(executingDepartments)
                        .map(word -> Written.known(Department.class, word))
                        .collect(Collectors.toSet()),
                steps == null ? List.of() : Written.read(steps, new TypeReference<List<Order.Step>>() {}));
    }

    void take(Order order) {
        id = order.id();
        network = order.network();
        topic = order.topic();
        amount = order.amount();
        currency = order.currency();
        signedOn = order.signedOn();
        status = Written.of(order.status());
        executingDepartments = Written.words(
                order.executingDepartments().stream().map(Written::of).toList());
        steps = order.steps().isEmpty() ? null : Written.json(order.steps());
    }
}
