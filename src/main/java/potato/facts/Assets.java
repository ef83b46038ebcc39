package potato.facts;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Contract;
import potato.model.Department;
import potato.model.Equipment;
import potato.model.Evidence;
import potato.model.Installed;
import potato.model.Meeting;
import potato.model.NetworkHistory;
import potato.model.Order;
import potato.model.OrderStatus;
import potato.model.Presence;
import potato.model.Purchase;
import potato.model.StandardDraft;
import potato.model.Tender;
import potato.model.Tuning;

/** Reference data of a local network → equipment, contracts and coming purchases as they stand on one day. */
final class Assets {
    private final LocalDate asOf;
    private final Tuning tuning;
    private final List<Installed> installed;
    private final List<Order> orders;
    private final List<Tender> tenders;

    Assets(NetworkHistory history, LocalDate asOf, Tuning tuning) {
        this.asOf = asOf;
        this.tuning = tuning;
        installed = history.installed().stream()
                .filter(box -> box.since() == null || !box.since().isAfter(asOf))
                .sorted(Comparator.comparing(Installed::vendor)
                        .thenComparing(Installed::topic)
                        .thenComparing(box -> String.valueOf(box.product())))
                .toList();
        orders = history.orders().stream()
                .filter(order -> !order.signedOn().isAfter(asOf))
                .sorted(Comparator.comparing(Order::id))
                .toList();
        tenders = history.tenders().stream()
                .filter(tender -> tender.concerns(history.network()))
                .filter(tender -> !tender.expectedOn().isBefore(asOf)
                        || (tender.noticeUntil() != null
                                && !tender.noticeUntil().isBefore(asOf)))
                .filter(tender -> days(tender.expectedOn()) <= tuning.days("tender.ahead.days"))
                .sorted(Comparator.comparing(Tender::id))
                .toList();
    }

    /** The orders that were signed by the day. */
    List<Order> orders() {
        return orders;
    }

    /** Topics that are installed, ordered or about to be bought here. */
    Set<String> topics() {
        return Stream.of(
                        installed.stream().map(Installed::topic),
                        orders.stream().map(Order::topic),
                        tenders.stream().map(Tender::topic))
                .flatMap(topics -> topics)
                .collect(toCollection(TreeSet::new));
    }

    List<Equipment> equipment() {
        return installed.stream()
                .map(box -> {
                    Integer untilDays = box.until() == null ? null : days(box.until());
                    return new Equipment(
                            box.vendor(),
                            box.topic(),
                            box.vendor().equals("us"),
                            box.share(),
                            untilDays,
                            untilDays != null && untilDays <= tuning.days("expiring.days"),
                            List.of(Evidence.fact(
                                    "installed-base:" + box.network() + "/" + box.vendor() + "/" + box.topic(),
                                    box.since())));
                })
                .toList();
    }

    Presence presence(boolean recovering) {
        int boxes = (int) equipment().stream().filter(Equipment::ours).count();
        return new Presence(
                boxes, orders.size(), boxes + orders.size() <= tuning.of("presence.little"), recovering, List.of());
    }

    List<Contract> contracts(List<Meeting> meetings) {
        return orders.stream()
                .map(order -> {
                    boolean open = order.status().open();
                    int age = -days(order.signedOn());
                    return new Contract(
                            order.id(),
                            order.topic(),
                            open,
                            order.status() == OrderStatus.STOPPED,
                            open && age > tuning.days("order.overdue.days"),
                            age,
                            unmet(order, meetings),
                            List.of(Evidence.fact("orders:" + order.id(), order.signedOn())));
                })
                .toList();
    }

    private Set<Department> unmet(Order order, List<Meeting> meetings) {
        TreeSet<Department> unmet = new TreeSet<>(order.departments());
        meetings.stream()
                .filter(meeting -> meeting.ageDays() <= tuning.days("order.met.days"))
                .map(Meeting::department)
                .filter(Objects::nonNull)
                .forEach(unmet::remove);
        return unmet;
    }

    List<Purchase> purchases() {
        return tenders.stream()
                .map(tender -> {
                    int ahead = Math.max(0, days(tender.expectedOn()));
                    Integer notice = noticeDays(tender);
                    return new Purchase(
                            tender.id(),
                            tender.topic(),
                            tender.title(),
                            ahead,
                            ahead >= tuning.days("tender.early.days"),
                            tender.network() != null,
                            notice,
                            ahead <= tuning.days("notice.near.days")
                                    || (notice != null && notice >= 0 && notice <= tuning.days("notice.near.days")),
                            tender.noticeHours(asOf),
                            List.of(Evidence.fact("tenders:" + tender.id(), tender.expectedOn())));
                })
                .toList();
    }

    private @Nullable Integer noticeDays(Tender tender) {
        if (tender.noticeFrom() == null) {
            return null;
        } else if (tender.noticeUntil() != null && tender.noticeUntil().isBefore(asOf)) {
            return days(tender.noticeUntil());
        }
        return Math.max(0, days(tender.noticeFrom()));
    }

    Things things(List<Purchase> purchases, List<StandardDraft> drafts) {
        return new Things(equipment(), contracts(List.of()), purchases, drafts);
    }

    private int days(LocalDate day) {
        return (int) DAYS.between(asOf, day);
    }
}
