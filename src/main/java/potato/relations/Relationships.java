package potato.relations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.JointKind;
import potato.model.Rank;
import potato.model.SignalKind;
import potato.model.StanceOverride;

/**
 * How a local network is known on one day. What is not known is null; {@link #unknown} says why, by the place of the null.
 *
 * @param shape {@code three-dimensional}, {@code two-dimensional} where everybody but the few at the top is left out,
 *     {@code none} where no dimension is held, null where that cannot be known
 * @param matchRate part of the meetings that were between a role of ours and a department that are expected to talk
 */
public record Relationships(
        String network,
        LocalDate asOf,
        Dimensions dimensions,
        @Nullable String shape,
        EffectiveContacts effectiveContacts,
        List<GridCell> grid,
        List<Pairs.Corner> triangle,
        @Nullable Double matchRate,
        List<Decision> decisions,
        Effects effects,
        List<Quarter> effectsByQuarter,
        List<PersonView> people,
        List<JointView> jointFacts,
        Opportunism opportunism,
        List<Due> keepWarm,
        List<Notice> notices,
        List<IncidentView> incidents,
        List<NewcomerView> newcomers,
        SortedMap<String, String> unknown) {

    /** The three dimensions, each from 0 to 1. */
    public record Dimensions(
            @Nullable Double universal,
            @Nullable Double key,
            @Nullable Double organisational) {}

    /** Effective numbers of people met and of ours who met them, 1 / Σ share². */
    public record EffectiveContacts(
            @Nullable Double theirs, @Nullable Double ours) {}

    /**
     * One known post.
     *
     * @param known how many people of it we know
     * @param met how many of them were met inside their rhythm
     * @param lastMet the day of the last meeting with any of them, null when never met
     * @param touches all meetings with them
     * @param stance mean stance from -2 to 2 of those whose stance is known, null when nobody's is
     */
    public record GridCell(
            Department department,
            Rank rank,
            int known,
            int met,
            @Nullable LocalDate lastMet,
            int touches,
            @Nullable Double stance) {}

    /**
     * How a collective decision stands.
     *
     * @param tender the tender's id, null where it is a draft or an order
     * @param type tender, draft or order
     * @param inFavour the weight for us, written {@code for} outside Java
     * @param carried null where nobody is known who could vote
     * @param assumedWeights how many voters have the weight of their rank because no influence is known
     */
    public record Decision(
            @Nullable String tender,
            String type,
            String id,
            String label,
            String topic,
            double inFavour,
            double against,
            double unknown,
            @Nullable Boolean carried,
            @Nullable Boolean robust,
            @Nullable List<String> pivots,
            int assumedWeights,
            List<Voter> voters) {}

    /** One voter with the evidence for the vote and its age. */
    public record Voter(
            String person,
            @Nullable String name,
            @Nullable Department department,
            @Nullable Rank rank,
            double weight,
            Tally.Vote vote,
            @Nullable Integer ageDays,
            List<Cited> evidence) {}

    /** The four effects of good relationships in the quarter of the day. */
    public record Effects(
            @Nullable Double channels,
            @Nullable Double containment,
            @Nullable Double flow,
            @Nullable Double keyEvents) {}

    /**
     * The four effects of one quarter, and how many observations each rests on.
     *
     * @param quarter as {@code 2026-Q4}
     * @param effects channels: median days from an event to the first note on it; the others: parts from 0 to 1
     */
    public record Quarter(String quarter, Effects effects, Map<String, Integer> observations) {}

    /**
     * Somebody whom we know, and how they stand.
     *
     * @param stance what holds: what one of us said instead, else what was read
     * @param stanceRead what was read in notes
     */
    public record PersonView(
            String person,
            @Nullable String name,
            @Nullable Department department,
            @Nullable Rank rank,
            @Nullable Double weight,
            @Nullable LocalDate lastMet,
            int touches,
            @Nullable Double stance,
            @Nullable Double stanceRead,
            @Nullable LocalDate stanceOn,
            @Nullable Boolean stanceFresh,
            List<ChangeView> stanceChanges,
            @Nullable StanceOverride override) {}

    /** A change of a stance and the words that it rests on. */
    public record ChangeView(LocalDate on, SignalKind kind, double by, double worth, Cited evidence) {}

    /**
     * Something that both houses did together.
     *
     * @param what in words, null where it follows from an order or a meeting
     */
    public record JointView(
            JointKind kind, LocalDate on, @Nullable String what, Cited evidence) {}

    /**
     * Contact without open business over contact with it.
     *
     * @param index 1: we come as often without business; null when not known
     * @param warning contact stops with the contract
     */
    public record Opportunism(
            @Nullable Double index,
            boolean warning,
            int daysWith,
            int daysWithout,
            int meetingsWith,
            int meetingsWithout) {}

    /**
     * Somebody to be met in their rhythm, whether or not there is a lead.
     *
     * @param dueOn null for somebody who was never met
     * @param overdueDays null for somebody who was never met; 0 when not yet due
     */
    public record Due(
            String person,
            @Nullable String name,
            @Nullable Department department,
            @Nullable Rank rank,
            @Nullable LocalDate lastMet,
            int rhythmDays,
            @Nullable LocalDate dueOn,
            @Nullable Integer overdueDays) {}

    /**
     * The public notice of a tender.
     *
     * @param state before, running or over
     * @param hoursLeft hours to the end of the notice in Asia/Shanghai, from the beginning of the day; null unless it runs
     * @param objections what was said against us, whatever the speaker's rank
     * @param likelyObjectors before and during the notice: people against us, or never met
     */
    public record Notice(
            String tender,
            String topic,
            LocalDate from,
            LocalDate until,
            String state,
            @Nullable Integer hoursLeft,
            List<Voiced> objections,
            List<Objector> likelyObjectors) {}

    /** An objection and who made it. */
    public record Voiced(
            String person,
            @Nullable Department department,
            @Nullable Rank rank,
            LocalDate on,
            Cited evidence) {}

    /** Somebody who may object, and why. */
    public record Objector(
            String person,
            @Nullable String name,
            @Nullable Department department,
            @Nullable Rank rank,
            String why) {}

    /**
     * An incident of ours that is talked about.
     *
     * @param allies people in favour of us in the departments that it has reached
     */
    public record IncidentView(
            @Nullable String topic,
            LocalDate since,
            LocalDate last,
            int cells,
            List<AlarmView> alarms,
            LocalDate lastNewCell,
            boolean contained,
            Set<Department> departments,
            List<String> allies,
            List<Cited> evidence) {}

    /**
     * Somebody who is said to be new in a post, moved or promoted.
     *
     * @param name as the notes or the register call them
     * @param how new, moved, promoted or gained influence
     * @param met whether they were met since
     */
    public record NewcomerView(
            String person,
            String name,
            String how,
            @Nullable Department department,
            LocalDate since,
            boolean met,
            List<Cited> evidence) {}

    /** The first crossing of a border. */
    public record AlarmView(LocalDate on, String border, String into, Cited evidence) {}
}
