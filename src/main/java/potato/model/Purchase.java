package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tender that the operator prepares and that concerns the local network.
 *
 * @param daysAhead days to the expected decision, 0 or more
 * @param early at least {@code tender.early.days} ahead: enough time to prepare
 * @param local whether it is for this local network alone
 * @param noticeDays days until the public notice begins (0: it is running, negative: it is over), null when none is known
 * @param noticeHours hours to the end of the notice from the beginning of the day, null unless it runs
 * @param nearNotice the notice runs or begins inside {@code notice.near.days}, or the decision falls inside it
 */
@Means("a tender that concerns this network and is decided inside [tender.ahead.days]")
public record Purchase(
        @Means(value = "the tender's id", example = "id == \"t-3\"")
        String id,

        @Means(value = "what is bought", example = "topic == \"otn\"")
        String topic,

        @Means(value = "what it is called", example = "title contains \"OTN\"")
        String title,

        @Means(value = "to the decision", unit = "days", example = "daysAhead > 95")
        int daysAhead,

        @Means(value = "at least [tender.early.days] ahead", example = "early")
        boolean early,

        @Means(value = "for this network alone", example = "local")
        boolean local,

        @Means(
                value = "until the public notice begins; 0: it runs; negative: it is over",
                unit = "days",
                example = "noticeDays != null, noticeDays <= 12")
        @Nullable
        Integer noticeDays,

        @Means(value = "notice or decision inside [notice.near.days]", example = "nearNotice")
        boolean nearNotice,

        @Means(
                value = "to the end of the notice from the beginning of the day; unknown unless it runs",
                unit = "hours",
                example = "noticeHours != null, noticeHours <= 72")
        @Nullable
        Integer noticeHours,

        List<Evidence> evidence)
        implements Fact {

    /** How long the notice still runs: a reason to report. */
    @Means(value = "how long the notice still runs: a reason to report", example = "hoursLeft != null")
    public String hoursLeft() {
        return "the public notice runs, hours left: %d".formatted(noticeHours == null ? 0 : noticeHours);
    }

    /** The tender as the thing that a lead concerns. */
    @Means(value = "the tender as the thing of a lead", example = "about == $about")
    public About about() {
        return new About("tender", id, title);
    }
}
