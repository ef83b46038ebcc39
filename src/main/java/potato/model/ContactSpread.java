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
public record ContactSpread(
        int meetings,
        double effectiveContacts,
        double effectiveOurs,
        int departments,
        double topDepartmentShare,
        double topRankShare,
        boolean organisationKnown,
        List<Evidence> evidence)
        implements Fact {}
