package potato.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.dig.KeepDrafts;
import potato.model.Body;
import potato.model.Declared;
import potato.model.Draft;
import potato.model.DraftOn;
import potato.model.Expected;
import potato.model.Quantity;
import potato.model.Requirement;
import potato.model.RequirementChanges;
import potato.model.Revision;
import potato.model.Stage;
import potato.model.Strength;
import potato.store.Compliance;

/** Drafts as the API shows them. */
final class DraftViews {
    private DraftViews() {}

    /** How many requirements changed in which way since the revision before. */
    record ChangeCounts(int added, int removed, int tightened, int loosened, int moved) {
        static ChangeCounts of(RequirementChanges changes) {
            return new ChangeCounts(
                    changes.added().size(),
                    changes.removed().size(),
                    changes.tightened().size(),
                    changes.loosened().size(),
                    changes.moved().size());
        }
    }

    /** Material of a bid was handed in: nothing of it was kept but a compliance record. */
    record SealedView(String compliance, String detail) {
        static SealedView of(Compliance.Kept kept) {
            return new SealedView(
                    kept.id(),
                    "This is sealed material of a bid, or the words of those who evaluate bids. Nothing of it was kept but"
                            + " the record that it was handed in. Maybe ask your compliance officer what to do with it.");
        }
    }

    /** One demand; {@code text} is the sentence with its white space folded. */
    record RequirementView(
            String section,
            Strength strength,
            String text,
            int start,
            int end,
            List<String> topics,
            List<Quantity> quantities) {
        static RequirementView of(Requirement one) {
            return new RequirementView(
                    one.section(), one.strength(), one.text(), one.start(), one.end(), one.topics(), one.quantities());
        }
    }

    /** One demand in the older and the newer revision. */
    record PairView(RequirementView from, RequirementView to) {
        static PairView of(RequirementChanges.Pair pair) {
            return new PairView(RequirementView.of(pair.from()), RequirementView.of(pair.to()));
        }
    }

    /** One revision that was handed in; {@code requirements} counts them. */
    record KeptView(
            String id,
            @Nullable String identifier,
            @Nullable String revision,
            @Nullable Stage stage,
            Body body,
            String title,
            @Nullable LocalDate on,
            List<String> topics,
            int requirements,
            ChangeCounts changes,
            List<String> organisations,
            @Nullable LocalDate expectedOn,
            @Nullable String replaces,
            List<String> updates,
            @Nullable String intendedStatus,
            @Nullable LocalDate expiresOn,
            @Nullable String changeCategory) {
        static KeptView of(KeepDrafts.Kept kept) {
            Revision revision = kept.revision().revision();
            return new KeptView(
                    kept.revision().draft(),
                    revision.identifier(),
                    revision.revision(),
                    revision.stage(),
                    revision.body(),
                    revision.title(),
                    revision.on(),
                    sorted(revision),
                    revision.requirements().size(),
                    ChangeCounts.of(kept.changes()),
                    revision.organisations(),
                    revision.expectedOn(),
                    revision.replaces(),
                    revision.declared().updates(),
                    revision.declared().intended(),
                    revision.declared().expiresOn(),
                    revision.declared().change());
        }
    }

    /** One revision in the list of its draft; {@code name} asks for it elsewhere. */
    record RevisionView(
            String name,
            @Nullable String identifier,
            @Nullable String revision,
            @Nullable Stage stage,
            String title,
            @Nullable LocalDate on,
            List<String> topics,
            List<String> organisations,
            int requirements) {
        static RevisionView of(Revision revision) {
            return new RevisionView(
                    revision.name(),
                    revision.identifier(),
                    revision.revision(),
                    revision.stage(),
                    revision.title(),
                    revision.on(),
                    sorted(revision),
                    revision.organisations(),
                    revision.requirements().size());
        }
    }

    /** A move to a stage, on the date of the first revision in it. */
    record StageMove(Stage stage, @Nullable LocalDate on) {}

    /** A draft as its newest revision has it, with all revisions, the history of its stages and its leads. */
    record DraftView(
            String id,
            @Nullable String identifier,
            @Nullable String revision,
            @Nullable Stage stage,
            Body body,
            String title,
            @Nullable LocalDate on,
            List<String> topics,
            @Nullable String operator,
            @Nullable String province,
            @Nullable LocalDate expectedOn,
            @Nullable Expected expected,
            @Nullable Long leadDays,
            List<String> organisations,
            @Nullable String replaces,
            List<String> updates,
            @Nullable String intendedStatus,
            @Nullable LocalDate expiresOn,
            @Nullable String changeCategory,
            List<RevisionView> revisions,
            List<StageMove> stages,
            List<String> leads) {
        static DraftView of(Draft draft, List<String> leads, LocalDate today) {
            Revision newest = newest(draft);
            Declared declared = newest.declared();
            Expected expected = draft.on(today).flatMap(DraftOn::expected).orElse(null);
            return new DraftView(
                    draft.id(),
                    newest.identifier(),
                    newest.revision(),
                    newest.stage(),
                    newest.body(),
                    newest.title(),
                    newest.on(),
                    sorted(newest),
                    draft.operator(),
                    draft.province(),
                    newest.expectedOn(),
                    expected,
                    expected == null ? null : ChronoUnit.DAYS.between(today, expected.likely()),
                    newest.organisations(),
                    newest.replaces(),
                    declared.updates(),
                    declared.intended(),
                    declared.expiresOn(),
                    declared.change(),
                    draft.revisions().stream().map(RevisionView::of).toList(),
                    stages(draft),
                    leads);
        }

        private static List<StageMove> stages(Draft draft) {
            List<StageMove> moves = new ArrayList<>();
            @Nullable Stage last = null;
            for (Revision revision : draft.revisions()) {
                Stage stage = revision.stage();
                if (stage != null && stage != last) {
                    moves.add(new StageMove(stage, revision.on()));
                    last = stage;
                }
            }
            return moves;
        }
    }

    /** A revision with its text, to whose UTF-16 units all offsets count. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TextView(String id, String name, String text) {}

    /** What changed between two revisions. */
    record ChangesView(
            String from,
            String to,
            List<RequirementView> added,
            List<RequirementView> removed,
            List<PairView> tightened,
            List<PairView> loosened,
            List<PairView> moved,
            List<PairView> reworded) {
        static ChangesView of(Revision from, Revision to, RequirementChanges changes) {
            return new ChangesView(
                    from.name(),
                    to.name(),
                    single(changes.added()),
                    single(changes.removed()),
                    paired(changes.tightened()),
                    paired(changes.loosened()),
                    paired(changes.moved()),
                    paired(changes.reworded()));
        }

        private static List<RequirementView> single(List<Requirement> of) {
            return of.stream().map(RequirementView::of).toList();
        }

        private static List<PairView> paired(List<RequirementChanges.Pair> of) {
            return of.stream().map(PairView::of).toList();
        }
    }

    static Revision newest(Draft draft) {
        return draft.revisions().get(draft.revisions().size() - 1);
    }

    private static List<String> sorted(Revision revision) {
        return revision.topics().stream().sorted(Comparator.naturalOrder()).toList();
    }
}
