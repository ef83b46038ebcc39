package potato.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.DraftOn;
import potato.model.Evidence;
import potato.model.Expected;
import potato.model.Lead;
import potato.model.Position;
import potato.model.Requirement;
import potato.model.Stage;
import potato.store.Drafts;
import potato.store.Portfolio;

/** What is known, on a day, of the draft that a lead is about. */
@ApplicationScoped
class Outlooks {
    private final Drafts drafts;
    private final Portfolio portfolio;

    Outlooks(Drafts drafts, Portfolio portfolio) {
        this.drafts = drafts;
        this.portfolio = portfolio;
    }

    /**
     * The draft of a lead.
     *
     * @param leadDays days until its likely publication
     * @param state how our product stands to its demands on the lead's topic
     * @param demands those that the lead's evidence quotes
     */
    record Outlook(
            String draft,
            @Nullable Stage stage,
            @Nullable Expected expected,
            @Nullable Long leadDays,
            Position.Standing state,
            List<DemandView> demands) {}

    /** One demand, and how our product stands to it. */
    record DemandView(DraftViews.RequirementView requirement, Position.Standing state) {}

    /** What is known of the draft that a lead is about; null for any other lead. */
    @Nullable
    Outlook of(Lead lead, LocalDate day) {
        About about = lead.about();
        return about == null || !about.type().equals("draft")
                ? null
                : drafts.find(about.id())
                        .flatMap(draft -> draft.on(day))
                        .map(known -> outlook(lead, known, day))
                        .orElse(null);
    }

    private Outlook outlook(Lead lead, DraftOn known, LocalDate day) {
        String id = known.draft().id();
        String topic = String.valueOf(lead.topic());
        Position position = portfolio.find(topic).orElse(Position.unknown(topic));
        String identifier = known.newest().identifier();
        Expected expected = known.expected().orElse(null);
        List<Requirement> all = known.demands(topic);
        return new Outlook(
                id,
                known.newest().stage(),
                expected,
                expected == null ? null : ChronoUnit.DAYS.between(day, expected.likely()),
                position.overall(id, identifier, all),
                all.stream()
                        .filter(one -> quotes(lead, id, one))
                        .map(one ->
                                new DemandView(DraftViews.RequirementView.of(one), position.on(id, identifier, one)))
                        .toList());
    }

    private static boolean quotes(Lead lead, String draft, Requirement one) {
        return lead.evidence().stream()
                .anyMatch(evidence -> evidence.source() == Evidence.Source.DRAFT
                        && evidence.id().equals(draft)
                        && Objects.equals(evidence.start(), one.start())
                        && Objects.equals(evidence.end(), one.end()));
    }
}
