package potato.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potato.model.Family;
import potato.model.Lead;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.model.LocalNetwork;
import potato.model.Role;

/**
 * Which leads to list; null does not filter, of several values of one filter any will do.
 *
 * @param offices the only offices whose leads the reader may see, null for all
 * @param status null for the open ones
 * @param changedSince changed at or after this moment
 * @param q letters in title, evidence, network or about, whatever their case
 */
public record LeadFilter(
        @Nullable List<String> offices,
        @Nullable List<String> office,
        @Nullable List<String> province,
        @Nullable List<String> network,
        @Nullable List<String> operator,
        @Nullable List<String> kind,
        @Nullable List<Family> family,
        @Nullable List<String> topic,
        @Nullable List<String> vendor,
        @Nullable List<Role> role,
        @Nullable List<LeadStatus> status,
        @Nullable BigDecimal minScore,
        @Nullable Instant changedSince,
        @Nullable String q) {

    /** What {@link #q} is looked for in, as a query writes it; {@link #matches} looks in the same. */
    static final String SEARCHED = "lower(title || ' ' || network || ' ' || coalesce(about, '') || ' ' || evidence)";

    /** All open leads of some offices, or of all when null. */
    public static LeadFilter all(@Nullable List<String> offices) {
        return new LeadFilter(offices, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same for some offices only. */
    public LeadFilter of(List<String> some) {
        return new LeadFilter(
                offices,
                some,
                province,
                network,
                operator,
                kind,
                family,
                topic,
                vendor,
                role,
                status,
                minScore,
                changedSince,
                q);
    }

    /** The same filter, but without one it lets leads of every status through. */
    public LeadFilter whateverStatus() {
        return new LeadFilter(
                offices,
                office,
                province,
                network,
                operator,
                kind,
                family,
                topic,
                vendor,
                role,
                status == null ? List.of(LeadStatus.values()) : status,
                minScore,
                changedSince,
                q);
    }

    /** Whether a network can have leads that the filter lets through. */
    public boolean concerns(LocalNetwork there) {
        return among(offices, there.office())
                && among(office, there.office())
                && among(province, there.province())
                && among(network, there.id())
                && among(operator, there.operator());
    }

    /** Whether the filter lets a lead through: the same answer as the query of {@link Leads#list}. */
    public boolean matches(LeadEntry entry) {
        Lead lead = entry.lead();
        return among(offices, entry.office())
                && among(office, entry.office())
                && among(province, entry.province())
                && among(network, lead.network())
                && among(operator, entry.operator())
                && among(kind, lead.kind())
                && among(family, lead.family())
                && among(topic, lead.topic())
                && among(vendor, lead.vendor())
                && among(role, lead.role())
                && (status == null ? entry.status().open() : status.contains(entry.status()))
                && (minScore == null || lead.score().compareTo(minScore) >= 0)
                && (changedSince == null || !entry.changedAt().isBefore(changedSince))
                && (q == null || searched(lead).contains(q.toLowerCase(Locale.ROOT)));
    }

    private static String searched(Lead lead) {
        return String.join(
                        " ",
                        lead.title(),
                        lead.network(),
                        lead.about() == null ? "" : Written.json(lead.about()),
                        Written.json(lead.evidence()))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean among(@Nullable Collection<?> wanted, @Nullable Object value) {
        return wanted == null || (value != null && wanted.contains(value));
    }
}
