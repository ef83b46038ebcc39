package potato.ranking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Family;
import potato.model.Finding;
import potato.model.LeadKind;
import potato.model.LocalNetwork;
import potato.model.Role;
import potato.model.RuleWeight;
import potato.model.RuleWeight.Counts;
import potato.model.Tuning;

/** Rules, weights and evidence that read aloud. */
final class Given {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    static final int HALF_LIFE = 100;
    static final LocalNetwork NETWORK = new LocalNetwork("CT-绵阳", "CT", "四川", "绵阳", "sichuan", null, List.of());
    static final Tuning TUNING = new Tuning(Map.ofEntries(
            Map.entry("weight.default", 0.8),
            Map.entry("grade.relayed", 0.5),
            Map.entry("grade.rumour", 0.25),
            Map.entry("voice.same-department", 0.5),
            Map.entry("voice.renewal", 1.0),
            Map.entry("voice.repeat", 0.15),
            Map.entry("voice.repeat.most", 0.3),
            Map.entry("cap.voice", 2.0),
            Map.entry("cap.author", 3.0),
            Map.entry("cap.family", 3.0),
            Map.entry("earliness.most", 0.6),
            Map.entry("earliness.half-days", 90.0),
            Map.entry("lead.least-support", 0.15),
            Map.entry("pair.solution.planning", 1.0),
            Map.entry("pair.solution.research", 1.0),
            Map.entry("pair.solution.engineering", 1.0),
            Map.entry("pair.fulfilment.engineering", 1.0),
            Map.entry("pair.fulfilment.operations", 1.0),
            Map.entry("pair.account.marketing", 1.0)));
    static final Scale SCALE = new Scale(
            Map.of("swap", kind("swap"), "tender", kind("tender")),
            Map.of(
                    "plain", new RuleWeight(1, Counts.VOICES),
                    "strong", new RuleWeight(1.3, Counts.VOICES),
                    "weak", new RuleWeight(0.6, Counts.VOICES),
                    "quick", new RuleWeight(0.9, Counts.VOICES, 20.0, "noise"),
                    "noisy", new RuleWeight(1.2, Counts.VOICES, null, "noise"),
                    "calendar", new RuleWeight(0.9, Counts.ONCE),
                    "praise", new RuleWeight(-0.4, Counts.VOICES)),
            TUNING);

    private Given() {}

    private static LeadKind kind(String id) {
        return new LeadKind(
                id,
                Family.OPPORTUNITY,
                Role.SOLUTION,
                Department.PLANNING,
                -2,
                HALF_LIFE,
                "{network}: swap {vendor} {topic}: {about}",
                "Visit {network}.");
    }

    static Evidence said(String voice, @Nullable Department department, Certainty certainty, int daysAgo) {
        return said("n-" + voice + "-" + daysAgo, voice, department, certainty, daysAgo);
    }

    static Evidence said(String id, String voice, @Nullable Department department, Certainty certainty, int daysAgo) {
        return new Evidence(
                Evidence.Source.NOTE,
                id,
                null,
                // Two notes say the same in other words.
                "what " + id + " says",
                0,
                ("what " + id + " says").length(),
                TODAY.minusDays(daysAgo),
                department,
                null,
                voice,
                certainty,
                null);
    }

    static Finding finding(String rule, String topic, Evidence... evidence) {
        return new Finding(rule, "swap", topic, "rival", null, rule, List.of(evidence), null);
    }

    static Finding about(String rule, About about, Evidence... evidence) {
        return new Finding(rule, "tender", null, null, about, rule, List.of(evidence), null);
    }
}
