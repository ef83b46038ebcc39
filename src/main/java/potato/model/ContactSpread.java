package potato.model;

import java.util.List;

/**
 * How our contact at the local network spreads over people, inside {@code spread.days}; exists where there was any.
 *
 * @param meetings how many meetings
 * @param effectiveContacts effective number of people met, 1 / Σ share² (inverse Simpson index): 20 + 1 + 1 meetings give 1.2
 * @param effectiveOurs the same for the people of ours who met them, 0 when no note names its author
 * @param departments how many departments were met
 * @param topDepartmentShare part of all meetings that was with the department met most, 0 to 1
 * @param topRankShare part of all meetings that was with the rank band met most, 0 to 1
 * @param organisationKnown at least {@code spread.known-posts} posts are known, so that concentration can be judged
 */
@Means("how our meetings inside [spread.days] spread; there is none where we met nobody")
public record ContactSpread(
        @Means(value = "how many", unit = "meetings", example = "meetings >= 22")
        int meetings,

        @Means(
                value = "to how many equally met people it comes: 20 + 1 + 1 meetings are 1.2",
                unit = "people",
                example = "effectiveContacts < 1.5")
        double effectiveContacts,

        @Means(
                value = "the same for those of us who went; 0: no note says who",
                unit = "people",
                example = "effectiveOurs > 2")
        double effectiveOurs,

        @Means(value = "different known departments", unit = "departments", example = "departments == 1")
        int departments,

        @Means(
                value = "part of all meetings that was with the department met most",
                unit = "0 to 1",
                example = "topDepartmentShare > 0.8")
        double topDepartmentShare,

        @Means(
                value = "the same for rank bands: junior, middle, senior",
                unit = "0 to 1",
                example = "topRankShare > 0.8")
        double topRankShare,

        @Means(
                value = "at least [spread.known-posts] posts are known; otherwise nobody can tell whom we miss",
                example = "organisationKnown")
        boolean organisationKnown,

        List<Evidence> evidence)
        implements Fact {}
