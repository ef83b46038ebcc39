package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that supports a finding.
 *
 * @param source what it is taken from
 * @param id id of the note, draft or fact
 * @param revision name of the draft's revision, null for notes and facts
 * @param quote the passage to the letter, null for a fact
 * @param start offset of the passage in the source's text, null for a fact
 * @param end offset behind it, null for a fact
 * @param on the day on which it was said or became true, null when it has no date
 * @param department the speaker's department, null when unknown
 * @param rank the speaker's rank, null when unknown
 * @param voice who says so: evidence of one voice counts once, however often it is repeated
 * @param certainty how sure the source is
 * @param author who of us wrote it down, null when unsaid and where nobody did
 */
public record Evidence(
        Source source,
        String id,
        @Nullable String revision,
        @Nullable String quote,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable LocalDate on,
        @Nullable Department department,
        @Nullable Rank rank,
        String voice,
        Certainty certainty,
        @Nullable String author) {
    /** How the voice begins of a note that names nobody at the operator: it is its author's. */
    public static final String AUTHORS_VOICE = "author:";

    /** What evidence is taken from. */
    public enum Source {
        NOTE,
        DRAFT,
        FACT
    }

    /** How near the source was to what it tells. */
    public enum Grade {
        FIRST_HAND,
        RELAYED,
        RUMOUR
    }

    /** First-hand when it is stated, relayed when somebody whom we met has heard it, a rumour when nobody can be named. */
    public Grade grade() {
        if (certainty != Certainty.HEARSAY) {
            return Grade.FIRST_HAND;
        }
        return voice.startsWith(AUTHORS_VOICE) ? Grade.RUMOUR : Grade.RELAYED;
    }

    /** A fact of the reference data as evidence. */
    public static Evidence fact(String id, @Nullable LocalDate on) {
        return new Evidence(
                Source.FACT, id, null, null, null, null, on, null, null, "fact:" + id, Certainty.STATED, null);
    }

    /** The same of a department. */
    public static Evidence fact(String id, @Nullable LocalDate on, Department department) {
        return new Evidence(
                Source.FACT, id, null, null, null, null, on, department, null, "fact:" + id, Certainty.STATED, null);
    }

    /** A passage of a note as evidence. */
    public static Evidence said(
            Note note,
            Passage passage,
            @Nullable Department department,
            @Nullable Rank rank,
            String voice,
            Certainty certainty) {
        return new Evidence(
                Source.NOTE,
                note.id(),
                null,
                passage.quote(),
                passage.start(),
                passage.end(),
                note.on(),
                department,
                rank,
                voice,
                certainty,
                note.author());
    }

    /** What a revision of a draft demands as evidence. */
    public static Evidence demanded(String draft, Revision revision, Requirement requirement) {
        return new Evidence(
                Source.DRAFT,
                draft,
                revision.name(),
                requirement.quoted(),
                requirement.start(),
                requirement.end(),
                revision.on(),
                null,
                null,
                "draft:" + draft,
                Certainty.STATED,
                null);
    }

    /** A revision of a draft as evidence. */
    public static Evidence written(String draft, Revision revision, @Nullable LocalDate on) {
        Passage passage = revision.passage();
        return new Evidence(
                Source.DRAFT,
                draft,
                revision.name(),
                passage == null ? null : passage.quote(),
                passage == null ? null : passage.start(),
                passage == null ? null : passage.end(),
                on,
                null,
                null,
                "draft:" + draft,
                Certainty.STATED,
                null);
    }
}
