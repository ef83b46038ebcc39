package potato.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import potato.api.Outlooks.Outlook;
import potato.dig.RankLeads.Ranked;
import potato.model.About;
import potato.model.Contribution;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Family;
import potato.model.Lead;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.model.Rank;
import potato.model.Role;

/** Leads as the API shows them. */
final class LeadViews {
    private LeadViews() {}

    /** A lead with all its contributions and evidence. */
    record LeadView(
            String id,

            @Schema(
                    description =
                            "Place in the ranked list that was asked for, 1 is best: among the leads that its filters let through, by score,"
                                    + " whatever the list is sorted by. Of a lead asked for by itself or told by the stream: its place in the"
                                    + " reader's default list, all open leads that they see.")
            long rank,

            BigDecimal score,
            Family family,
            String kind,
            String network,
            String office,
            String province,
            String operator,
            @Nullable String topic,
            @Nullable String vendor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            About about,

            String title,
            String nextStep,
            Role role,
            @Nullable Department counterpart,
            LeadStatus status,
            LocalDate firstSeen,
            LocalDate lastSeen,
            Instant changedAt,
            String rulebook,
            List<Contribution> contributions,
            List<EvidenceView> evidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Outlook draft) {
        static LeadView of(Ranked ranked) {
            return of(ranked, null);
        }

        /** With what is known of the draft that it is about. */
        static LeadView of(Ranked ranked, @Nullable Outlook draft) {
            LeadEntry entry = ranked.entry();
            Lead lead = entry.lead();
            return new LeadView(
                    lead.id(),
                    ranked.rank(),
                    lead.score(),
                    lead.family(),
                    lead.kind(),
                    lead.network(),
                    entry.office(),
                    entry.province(),
                    entry.operator(),
                    lead.topic(),
                    lead.vendor(),
                    lead.about(),
                    lead.title(),
                    lead.nextStep(),
                    lead.role(),
                    lead.counterpart(),
                    entry.status(),
                    lead.firstSeen(),
                    lead.lastSeen(),
                    entry.changedAt(),
                    entry.rulebook(),
                    lead.contributions(),
                    lead.evidence().stream().map(EvidenceView::of).toList(),
                    draft);
        }
    }

    /** One piece of evidence; {@code text.substring(start, end)} of what {@code href} leads to equals {@code quote}. */
    record EvidenceView(
            Evidence.Source type,
            String id,
            @Nullable String quote,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable LocalDate on,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Department department,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Rank rank,

            @Nullable String href) {
        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.source(),
                    evidence.id(),
                    evidence.quote(),
                    evidence.start(),
                    evidence.end(),
                    evidence.on(),
                    evidence.department(),
                    evidence.rank(),
                    href(evidence));
        }

        private static @Nullable String href(Evidence evidence) {
            return switch (evidence.source()) {
                case NOTE -> "/api/notes/" + encoded(evidence.id());
                case DRAFT ->
                    "/api/drafts/" + encoded(evidence.id())
                            + (evidence.revision() == null ? "" : "/revisions/" + encoded(evidence.revision()));
                case FACT -> null;
            };
        }

        private static String encoded(String part) {
            return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
