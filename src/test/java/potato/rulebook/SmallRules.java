package potato.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A rulebook of two rules that is right, for tests to break. */
final class SmallRules {
    static final String DRL = "complaint/complaint.drl";
    static final String CASES = "complaint/complaint.cases.yaml";

    private static final Map<String, String> TEXTS =
            Map.of("kinds.csv", """
            kind,family,role,counterpart,start,half-life-days,title,next-step
            # a comment
            dissatisfied-operations,opportunity,account,operations,-2.0,120,{network}: fed up with {vendor},"Visit, and listen."
            tender-ahead,opportunity,solution,,-2.0,180,{network}: purchase {about},Clear up requirements.
            """, "weights.csv", """
            rule,weight,counts
            operations complain of a rival,1.3,voices
            a purchase is on the calendar,0.8,once
            """, "tuning.csv", tuning(), DRL, """
            package rules.complaint;

            import potato.model.*;

            global Findings found;
            global Tuning tuning;

            // Those who run the network know first.
            rule "operations complain of a rival"
                @kind("dissatisfied-operations")
            when
                $said : Matter( kind == SignalKind.COMPLAINT, subject == Subject.COMPETITOR,
                        operationsVoices > 0, voices < tuning.of("voices.several") )
            then
                found.lead($said).because("operations complain", $said);
            end

            // A purchase is won before its text is written.
            rule "a purchase is on the calendar"
                @kind("tender-ahead")
            when
                $tender : Purchase( daysAhead > 0 )
            then
                found.lead($tender).about($tender.about()).because("on the calendar", $tender);
            end
            """, CASES, """
            - case: a shift complains
              rule: operations complain of a rival
              given:
                heard:
                  - {kind: complaint, subject: competitor, vendor: ZTE, topic: otn, department: operations, daysAgo: 3}
              expect:
                - {topic: otn, vendor: ZTE}

            - case: a planner complains
              rule: operations complain of a rival
              given:
                heard:
                  - {kind: complaint, subject: competitor, vendor: ZTE, topic: otn, department: planning, daysAgo: 3}

            - case: something is bought
              rule: a purchase is on the calendar
              given:
                tenders:
                  - {id: t-1, topic: otn, expectedInDays: 90}
              expect:
                - {topic: otn, about: t-1}

            - case: nothing is bought
              rule: a purchase is on the calendar
              expect: []
            """);

    private SmallRules() {}

    private static String tuning() {
        try {
            return Files.readString(Path.of("rules", "tuning.csv"));
        } catch (IOException missing) {
            throw new IllegalStateException("The shipped numbers can be read.", missing);
        }
    }

    static RuleFiles files() {
        return new RuleFiles(new TreeMap<>(TEXTS));
    }

    /** The same with one text exchanged; what is to be exchanged must be there. */
    static RuleFiles with(String file, String part, String by) {
        TreeMap<String, String> texts = new TreeMap<>(TEXTS);
        String text = texts.get(file);
        if (text == null || !text.contains(part)) {
            throw new IllegalArgumentException("There is no (%s) in %s.".formatted(part, file));
        }
        int at = text.indexOf(part);
        texts.put(file, text.substring(0, at) + by + text.substring(at + part.length()));
        return new RuleFiles(texts);
    }

    static RuleFiles without(String file) {
        TreeMap<String, String> texts = new TreeMap<>(TEXTS);
        texts.remove(file);
        return new RuleFiles(texts);
    }

    static void write(RuleFiles files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
