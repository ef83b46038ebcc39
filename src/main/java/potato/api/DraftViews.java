package potato.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.dig.KeepDrafts;
import potato.model.Body;
import potato.model.Draft;
import potato.model.Requirement;
import potato.model.RequirementChanges;
import potato.model.Revision;
import potato.model.Stage;

/** Drafts as the API shows them. */
final class DraftViews {
    private DraftViews() {}

    /** How many requirements changed in which way since the revision before. */
    record ChangeCounts(int added, int removed, int tightened, int loosened) {
        static ChangeCounts of(RequirementChanges changes) {
            return new ChangeCounts(
                    changes.added().size(),
                    changes.removed().size(),
                    changes.tightened().size(),
                    changes.loosened().size());
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
            @Nullable String replaces) {
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
                    revision.replaces());
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
            List<RevisionView> revisions,
            List<StageMove> stages,
            List<String> leads) {
        static DraftView of(Draft draft, List<String> leads) {
            Revision newest = newest(draft);
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
            List<Requirement> added,
            List<Requirement> removed,
            List<RequirementChanges.Pair> tightened,
            List<RequirementChanges.Pair> loosened,
            List<RequirementChanges.Pair> reworded) {
        static ChangesView of(Revision from, Revision to, RequirementChanges changes) {
            return new ChangesView(
                    from.name(),
                    to.name(),
                    changes.added(),
                    changes.removed(),
                    changes.tightened(),
                    changes.loosened(),
                    changes.reworded());
        }
    }

    static Revision newest(Draft draft) {
        return draft.revisions().get(draft.revisions().size() - 1);
    }

    private static List<String> sorted(Revision revision) {
        return revision.topics().stream().sorted(Comparator.naturalOrder()).toList();
    }
}
