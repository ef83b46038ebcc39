package potato.model;

import java.time.Instant;

/**
 * A lead as the lists show it: what was dug, and what became of it.
 *
 * @param changedAt when score, evidence or status last changed
 * @param rulebook the version of the rules that found it last
 * @param version counts its changes, for optimistic locking
 * @param work who works it
 */
public record LeadEntry(
        Lead lead,
        String office,
        String province,
        String operator,
        LeadStatus status,
        Instant changedAt,
        String rulebook,
        int version,
        LeadWork work) {}
