package potato.relations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import potato.model.ContactSpread;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.JointKind;
import potato.model.Newcomer;
import potato.model.Order;
import potato.model.RankBand;
import potato.relations.Relationships.JointView;

/** Puts together how a local network is known: relationships as a map, not a list of names. */
public final class Survey {
    private final Known known;
    private final Organisation organisation;
    private final Map<String, Stance> stances;
    private final Contacts contacts;
    private final Votes votes;
    private final SortedMap<String, String> unknown = new TreeMap<>();

    private Survey(Known known) {
        this.known = known;
        Chart chart = Chart.of(known);
        this.organisation = chart.organisation();
        this.stances = chart.stances();
        this.contacts = chart.contacts();
        this.votes = new Votes(organisation.voters(), known.heard(), stances, chart.reading(), known.tuning());
    }

    /** The relationships on the day of what is known. */
    public static Relationships of(Known known) {
        return new Survey(known).relationships();
    }

    private Relationships relationships() {
        List<Relationships.GridCell> grid = contacts.grid();
        List<JointView> joint = joint();
        Relationships.Dimensions dimensions =
                new Relationships.Dimensions(universal(grid), key(), organisational(joint));
        List<Incident> incidents = Incident.of(known);
        List<Relationships.Quarter> quarters = new Outcomes(known, votes, incidents).quarters();
        Relationships.Effects effects = quarters.get(0).effects();
        explain(quarters.get(0));
        TreeSet<Department> departments = new TreeSet<>();
        organisation.posts().forEach(cell -> departments.add(cell.department()));
        organisation.people().forEach(person -> {
            if (person.department() != null) {
                departments.add(person.department());
            }
        });
        Pairs pairs = new Pairs(known.tuning());
        Relationships.Opportunism opportunism = new Business(known).opportunism();
        if (opportunism.index() == null) {
            unknown.put(
                    "opportunism.index",
                    "%d days with and %d without open business since we first came, %d meetings with it; at least %d days of both and a meeting are needed"
                            .formatted(
                                    opportunism.daysWith(),
                                    opportunism.daysWithout(),
                                    opportunism.meetingsWith(),
                                    known.tuning().days("opportunism.least.days")));
        }
        Double matchRate = pairs.matchRate(known.meetings());
        if (matchRate == null) {
            unknown.put("matchRate", "no recent note says both the role of its author and the department that was met");
            unknown.put(
                    "triangle[].met",
                    "no recent note says both the role of its author and the department that was met");
        }
        return new Relationships(
                known.network().id(),
                known.asOf(),
                dimensions,
                shape(dimensions),
                effective(),
                grid,
                pairs.triangle(departments, known.meetings()),
                matchRate,
                known.questions().stream()
                        .map(question -> votes.on(question, 0))
                        .toList(),
                effects,
                quarters,
                people(),
                joint,
                opportunism,
                contacts.due(),
                new Notices(known, organisation, stances, contacts).list(),
                incidents.stream().map(this::view).toList(),
                known.newcomers().stream().map(this::view).toList(),
                unknown);
    }

    private @Nullable Double universal(List<Relationships.GridCell> grid) {
        if (grid.isEmpty()) {
            unknown.put("dimensions.universal", "no post is known. Maybe add posts or contacts to the network");
            return null;
        }
        return Shares.of((double) grid.stream().filter(cell -> cell.met() > 0).count(), grid.size());
    }

    private @Nullable Double key() {
        double all = 0;
        double inFavour = 0;
        boolean heard = false;
        for (Person voter : organisation.voters()) {
            if (voter.weight() != null) {
                all += voter.weight();
                Stance stance = stances.get(voter.key());
                heard |= stance != null;
                inFavour += stance != null && stance.positive() ? voter.weight() : 0;
            }
        }
        if (all == 0) {
            unknown.put("dimensions.key", "nobody's influence is known. Maybe add influence to posts or contacts");
            return null;
        } else if (!heard) {
            unknown.put("dimensions.key", "of nobody with influence a note tells a stance");
            return null;
        }
        return Shares.of(inFavour, all);
    }

    private @Nullable Double organisational(List<JointView> joint) {
        if (joint.isEmpty()) {
            unknown.put(
                    "dimensions.organisational",
                    "no executive exchange, agreement or joint trial is known of the last %d days"
                            .formatted(known.tuning().days("joint.days")));
            return null;
        }
        return Shares.of((double) joint.stream().map(JointView::kind).distinct().count(), JointKind.values().length);
    }

    /** What was recorded, and what follows from orders and from meetings with those at the top. */
    private List<JointView> joint() {
        int days = known.tuning().days("joint.days");
        List<JointView> joint = new ArrayList<>(
                known.joint().stream().filter(fact -> within(fact.on(), days)).toList());
        for (Order order : known.orders()) {
            if (within(order.signedOn(), days)) {
                joint.add(new JointView(
                        JointKind.AGREEMENT,
                        order.signedOn(),
                        null,
                        Cited.of(Evidence.fact("orders:" + order.id(), order.signedOn()))));
            }
        }
        known.meetings().stream()
                .filter(meeting -> meeting.ageDays() <= days && RankBand.of(meeting.rank()) == RankBand.SENIOR)
                .forEach(meeting -> joint.add(new JointView(
                        JointKind.EXECUTIVE_EXCHANGE,
                        known.asOf().minusDays(meeting.ageDays()),
                        null,
                        Cited.of(meeting.evidence().get(0)))));
        joint.sort(Comparator.comparing(JointView::on)
                .reversed()
                .thenComparing(JointView::kind)
                .thenComparing(fact -> fact.evidence().id()));
        return joint;
    }

    private boolean within(LocalDate day, int days) {
        return !day.isAfter(known.asOf()) && !day.isBefore(known.asOf().minusDays(days));
    }

    private @Nullable String shape(Relationships.Dimensions dimensions) {
        if (dimensions.universal() == null) {
            unknown.put("shape", "the universal dimension is not known");
            return null;
        }
        double held = known.tuning().of("dimension.held");
        boolean everybody = dimensions.universal() >= held;
        boolean key = dimensions.key() != null && dimensions.key() >= held;
        boolean house = dimensions.organisational() != null && dimensions.organisational() >= held;
        if (everybody && key && house) {
            return "three-dimensional";
        }
        return everybody || key || house ? "two-dimensional" : "none";
    }

    private Relationships.EffectiveContacts effective() {
        Optional<ContactSpread> spread = Spread.of(known.network(), known.contacts(), known.meetings(), known.tuning());
        String why =
                "nobody was met in the last %d days".formatted(known.tuning().days("spread.days"));
        Double theirs = spread.map(ContactSpread::effectiveContacts).orElse(null);
        Double ours = spread.map(ContactSpread::effectiveOurs)
                .filter(number -> number > 0)
                .orElse(null);
        if (theirs == null) {
            unknown.put("effectiveContacts.theirs", why);
        }
        if (ours == null) {
            unknown.put("effectiveContacts.ours", theirs == null ? why : "no note of a meeting names its author");
        }
        spread.filter(one -> !one.organisationKnown())
                .ifPresent(one -> unknown.put(
                        "organisation",
                        "fewer than %d posts are known: nobody can tell whom we miss"
                                .formatted(known.tuning().days("spread.known-posts"))));
        return new Relationships.EffectiveContacts(hundredths(theirs), hundredths(ours));
    }

    private static @Nullable Double hundredths(@Nullable Double number) {
        return number == null ? null : Math.round(number * 100) / 100.0;
    }

    private void explain(Relationships.Quarter quarter) {
        int least = known.tuning().days("effect.least");
        quarter.observations().forEach((effect, count) -> {
            if (count < least) {
                unknown.put(
                        "effects." + effect,
                        "%d observations in %s, at least %d are needed".formatted(count, quarter.quarter(), least));
            }
        });
    }

    private List<Relationships.PersonView> people() {
        return organisation.people().stream().map(this::view).toList();
    }

    private Relationships.PersonView view(Person person) {
        Stance stance = stances.get(person.key());
        return new Relationships.PersonView(
                person.key(),
                person.name(),
                person.department(),
                person.rank(),
                person.weight(),
                contacts.lastMet(person),
                (int) contacts.met(person).count(),
                stance == null ? null : stance.value(),
                stance == null ? null : stance.read(),
                stance == null ? null : stance.on(),
                stance == null ? null : stance.fresh(),
                stance == null
                        ? List.of()
                        : stance.changes().stream()
                                .map(change -> new Relationships.ChangeView(
                                        change.on(),
                                        change.kind(),
                                        change.by(),
                                        change.worth(),
                                        Cited.of(change.evidence())))
                                .toList(),
                stance == null ? null : stance.override());
    }

    private Relationships.NewcomerView view(Newcomer newcomer) {
        return new Relationships.NewcomerView(
                newcomer.about().id(),
                newcomer.about().label(),
                newcomer.how(),
                newcomer.department(),
                known.asOf().minusDays(newcomer.ageDays()),
                newcomer.met(),
                Cited.of(newcomer.evidence()));
    }

    private Relationships.IncidentView view(Incident incident) {
        return new Relationships.IncidentView(
                incident.topic(),
                incident.since(),
                incident.last(),
                incident.cells(),
                incident.alarms().stream()
                        .map(alarm -> new Relationships.AlarmView(
                                alarm.on(), alarm.border(), alarm.into(), Cited.of(alarm.evidence())))
                        .toList(),
                incident.lastNewCell(),
                incident.contained(),
                incident.departments(),
                organisation.people().stream()
                        .filter(person -> person.department() != null
                                && incident.departments().contains(person.department()))
                        .filter(person -> {
                            Stance stance = stances.get(person.key());
                            return stance != null && stance.positive();
                        })
                        .map(person -> person.name() == null ? person.key() : person.name())
                        .toList(),
                Cited.of(incident.evidence()));
    }
}
