package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Contribution;
import potato.model.Correction;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Family;
import potato.model.Lead;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.model.LeadWork;
import potato.model.LocalNetwork;
import potato.model.Role;
import potato.ranking.Corrected;
import potato.ranking.Ranking;

/** A lead as stored. */
@Entity
@Table(name = "lead")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class LeadRow extends PanacheEntityBase {
    @Id
    String id;

    String network;
    String office;
    String province;
    String operator;
    String family;
    String kind;

    @Nullable
    String topic;

    @Nullable
    String vendor;

    @Nullable
    String about;

    @Column(name = "about_id")
    @Nullable
    String aboutId;

    String title;

    @Column(name = "next_step")
    String nextStep;

    String role;

    @Nullable
    String counterpart;

    BigDecimal score;

    @Column(name = "rank_key")
    String rankKey;

    String status;
    boolean open;

    @Column(name = "first_seen")
    LocalDate firstSeen;

    @Column(name = "last_seen")
    LocalDate lastSeen;

    @Column(name = "changed_at")
    Instant changedAt;

    String rulebook;
    int version;
    String contributions;
    String evidence;

    @Nullable
    String owner;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Nullable
    String correction;

    @Column(name = "dismissed_voices")
    @Nullable
    String dismissedVoices;

    LeadEntry entry() {
        return new LeadEntry(
                lead(),
                office,
                province,
                operator,
                Written.known(LeadStatus.class, status),
                changedAt,
                rulebook,
                version,
                new LeadWork(owner, dueOn));
    }

    Lead lead() {
        return new Lead(
                id,
                score,
                Written.known(Family.class, family),
                kind,
                network,
                topic,
                vendor,
                about == null ? null : Written.read(about, new TypeReference<About>() {}),
                title,
                nextStep,
                Written.known(Role.class, role),
                Written.term(Department.class, counterpart),
                firstSeen,
                lastSeen,
                Written.read(contributions, new TypeReference<List<Contribution>>() {}),
                Written.read(evidence, new TypeReference<List<Evidence>>() {}));
    }

    void take(Lead lead, LocalNetwork there, String foundBy) {
        take(lead);
        stand(there);
        rulebook = foundBy;
    }

    void take(Lead lead) {
        id = lead.id();
        network = lead.network();
        family = Written.of(lead.family());
        kind = lead.kind();
        topic = lead.topic();
        vendor = lead.vendor();
        about = lead.about() == null ? null : Written.json(lead.about());
        aboutId = lead.about() == null ? null : lead.about().id();
        title = lead.title();
        nextStep = lead.nextStep();
        role = Written.of(lead.role());
        counterpart = Written.term(lead.counterpart());
        score = lead.score();
        rankKey = Ranking.key(lead);
        firstSeen = lead.firstSeen();
        lastSeen = lead.lastSeen();
        contributions = Written.json(lead.contributions());
        evidence = Written.json(lead.evidence());
    }

    /** Lets go of words that notes and drafts no longer have; says whether there were any. */
    boolean follow(Traces.Sources sources) {
        Lead before = lead();
        Lead now = new Traces(before, sources).followed();
        if (now.equals(before)) {
            return false;
        }
        take(now);
        version++;
        return true;
    }

    /** What was dug, with what somebody corrected while that holds. */
    Lead corrected(Lead dug, LocalDate day) {
        Correction known = correction == null ? null : Written.read(correction, new TypeReference<Correction>() {});
        return Corrected.of(dug, known != null && known.holds(day) ? known : null);
    }

    /** What was dug; where nothing in it bears a day that has come, it was first seen when it was first dug, not today anew. */
    Lead dated(Lead dug) {
        boolean dated =
                dug.evidence().stream().map(Evidence::on).anyMatch(on -> on != null && !on.isAfter(dug.lastSeen()));
        return dated
                ? dug
                : new Lead(
                        dug.id(),
                        dug.score(),
                        dug.family(),
                        dug.kind(),
                        dug.network(),
                        dug.topic(),
                        dug.vendor(),
                        dug.about(),
                        dug.title(),
                        dug.nextStep(),
                        dug.role(),
                        dug.counterpart(),
                        firstSeen,
                        lastSeen,
                        dug.contributions(),
                        dug.evidence());
    }

    /** Whether this is what is said of the network now. */
    boolean stands(LocalNetwork there) {
        return office.equals(there.office()) && province.equals(there.province()) && operator.equals(there.operator());
    }

    void stand(LocalNetwork there) {
        office = there.office();
        province = there.province();
        operator = there.operator();
    }

    LeadStatus status() {
        return Written.known(LeadStatus.class, status);
    }

    void move(LeadStatus to) {
        status = Written.of(to);
        open = to.open();
        dismissedVoices = to == LeadStatus.DISMISSED ? Written.json(voices(lead())) : null;
    }

    /** Whether a lead brings a voice that was not heard when this one was dismissed. */
    boolean hasNewVoice(Lead dug) {
        return dismissedVoices != null
                && !Written.read(dismissedVoices, new TypeReference<Set<String>>() {})
                        .containsAll(voices(dug));
    }

    private static Set<String> voices(Lead lead) {
        return lead.evidence().stream().map(Evidence::voice).collect(Collectors.toCollection(TreeSet::new));
    }
}
