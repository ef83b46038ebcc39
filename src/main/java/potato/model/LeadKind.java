package potato.model;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code rules/kinds.csv}: a kind of lead.
 *
 * @param role who of us acts
 * @param counterpart the operator's department to talk to when the evidence names none, null when any
 * @param start log-odds of a lead of this kind before any evidence
 * @param halfLifeDays days after which what was said counts half
 * @param title the lead's title, {@code {topic} {vendor} {about} {network}} are filled in
 * @param nextStep the suggested next step
 */
public record LeadKind(
        String id,
        Family family,
        Role role,
        @Nullable Department counterpart,
        double start,
        double halfLifeDays,
        String title,
        String nextStep) {}
