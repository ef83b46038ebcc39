package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import potato.model.Order;
import potato.model.OrderStatus;

/** The orders that we won. */
@ApplicationScoped
public class Orders {

    /** The order of that id. */
    public Optional<Order> find(String id) {
        return OrderRow.<OrderRow>findByIdOptional(id).map(OrderRow::order);
    }

    /** The orders of a local network. */
    public List<Order> of(String network) {
        return OrderRow.<OrderRow>list("network", network).stream()
                .map(OrderRow::order)
                .toList();
    }

    /** The networks where an order of ours stands. */
    public Set<String> contracted() {
        return OrderRow.getEntityManager()
                .createQuery("select distinct network from OrderRow where status <> :stopped", String.class)
                .setParameter("stopped", Written.of(OrderStatus.STOPPED))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Keeps an order. */
    public Put put(Order order) {
        OrderRow row = OrderRow.findById(order.id());
        if (row != null && row.order().equals(order)) {
            return Put.UNCHANGED;
        }
        OrderRow kept = row == null ? new OrderRow() : row;
        kept.take(order);
        kept.persist();
        return row == null ? Put.CREATED : Put.CHANGED;
    }

    /** Removes an order. */
    public void remove(String id) {
        OrderRow.deleteById(id);
    }
}
