package potato.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

    /** A page of leads. */
    record LeadPage(List<LeadView> items, @Nullable String next) {}

    /** A lead with all its contributions and evidence. */
    record LeadView(
            String id,

            @Schema(
                    description =
                            "Place in the ranked list that was asked for, 1 is best: among the leads that its filters let through, by score,"
                                    + " whatever the list is sorted by. Of a lead asked for by itself or told by the stream: its place in the"
                                    + " reader's default list, all open leads that they see.")
            long rank,

            @Schema(
                    description =
                            "Chance in 100 that this becomes worked business, given how often leads of its kind do and all evidence of its"
                                    + " network that was known on the day; 0.1 to 99.9, never certain. The points of the contributions"
                                    + " add up to it exactly.")
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

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String owner,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate dueOn,

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
                    entry.work().owner(),
                    entry.work().dueOn(),
                    lead.firstSeen(),
                    lead.lastSeen(),
                    entry.changedAt(),
                    entry.rulebook(),
                    lead.contributions(),
                    lead.evidence().stream()
                            .map(piece -> EvidenceView.of(piece, lead.firstSeen()))
                            .toList(),
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

            @Schema(
                    description =
                            "When it was said or written. Of a fact the day that it tells: in service since, signed on, decision expected on,"
                                    + " first met there; where it has none, when the lead was first seen.")
            LocalDate on,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Department department,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Rank rank,

            @Schema(
                    description =
                            "How near the source was: first-hand, relayed by somebody we met, or a rumour of nobody's.")
            Evidence.Grade grade,

            String href) {
        static EvidenceView of(Evidence evidence, LocalDate firstSeen) {
            return new EvidenceView(
                    evidence.source(),
                    evidence.id(),
                    evidence.quote(),
                    evidence.start(),
                    evidence.end(),
                    Objects.requireNonNullElse(evidence.on(), firstSeen),
                    evidence.department(),
                    evidence.rank(),
                    evidence.grade(),
                    href(evidence));
        }

        private static String href(Evidence evidence) {
            return switch (evidence.source()) {
                case NOTE -> "/api/notes/" + encoded(evidence.id());
                case DRAFT ->
                    "/api/drafts/" + encoded(evidence.id())
                            + (evidence.revision() == null ? "" : "/revisions/" + encoded(evidence.revision()));
                case FACT -> fact(evidence.id());
            };
        }

        /** The address of the record of reference data that a fact was taken from. */
        private static String fact(String id) {
            int colon = id.indexOf(':');
            String of = id.substring(0, Math.max(0, colon));
            String rest = id.substring(colon + 1);
            return of.equals("installed-base")
                    ? "/api/networks/" + encoded(rest.substring(0, rest.indexOf('/'))) + "/installed-base"
                    : "/api/" + (of.isEmpty() ? "networks" : of) + "/" + encoded(rest);
        }

        private static String encoded(String part) {
            return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
