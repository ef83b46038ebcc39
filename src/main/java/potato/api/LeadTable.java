package potato.api;

import java.util.List;
import java.util.Objects;
import potato.api.LeadViews.LeadView;

/** The lead list as a table: a row a lead. */
final class LeadTable {
    /** How many quotes of its evidence a lead shows in its row. */
    private static final int QUOTES = 5;

    private LeadTable() {}

    static Table of(List<LeadView> leads) {
        Table table = new Table(
                "id",
                "rank",
                "score",
                "family",
                "kind",
                "network",
                "office",
                "province",
                "operator",
                "topic",
                "vendor",
                "about",
                "title",
                "nextStep",
                "role",
                "counterpart",
                "status",
                "owner",
                "dueOn",
                "firstSeen",
                "lastSeen",
                "changedAt",
                "rulebook",
                "evidence");
        leads.forEach(lead -> table.row(
                lead.id(),
                lead.rank(),
                lead.score(),
                lead.family(),
                lead.kind(),
                lead.network(),
                lead.office(),
                lead.province(),
                lead.operator(),
                lead.topic(),
                lead.vendor(),
                lead.about() == null ? null : lead.about().label(),
                lead.title(),
                lead.nextStep(),
                lead.role(),
                lead.counterpart(),
                lead.status(),
                lead.owner(),
                lead.dueOn(),
                lead.firstSeen(),
                lead.lastSeen(),
                lead.changedAt(),
                lead.rulebook(),
                quotes(lead)));
        return table;
    }

    private static String quotes(LeadView lead) {
        return lead.evidence().stream()
                .map(LeadViews.EvidenceView::quote)
                .filter(Objects::nonNull)
                .distinct()
                .limit(QUOTES)
                .reduce((one, two) -> one + " | " + two)
                .orElse("");
    }
}
