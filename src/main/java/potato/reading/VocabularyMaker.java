package potato.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Terms;

/** Gives the entries of the vocabulary's files their meaning, and collects what is wrong with them. */
final class VocabularyMaker {
    private final List<VocabularyFault> faults;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final PhraseSyntax syntax = new PhraseSyntax(groups);
    private final List<Phrasebook.Entry<Meaning>> entries = new ArrayList<>();

    /** Where every alias of a vendor and every name of a topic stands, to refuse a second meaning. */
    private final Map<String, String> named = new HashMap<>();

    VocabularyMaker(List<VocabularyFault> faults) {
        this.faults = faults;
    }

    Vocabulary made() {
        return new Vocabulary(entries);
    }

    /** Groups may use the groups above them. */
    void groups(WordFile file) {
        for (WordFile.Entry entry : file.entries()) {
            phrase(file, entry).ifPresent(phrase -> {
                if (phrase.parts().size() > 1) {
                    fault(
                            file,
                            entry,
                            String.format(Locale.ROOT, "The group's word (%s) has a gap.", entry.phrase()),
                            "Maybe write the gap where the group is used.");
                }
                groups.computeIfAbsent(FoldedText.fold(entry.heading()), g -> new ArrayList<>())
                        .addAll(phrase.parts().get(0).words());
            });
        }
    }

    void vendors(WordFile file) {
        for (WordFile.Entry entry : file.entries()) {
            boolean ours = entry.heading().equals("us");
            Meaning meaning =
                    new Meaning.Party(ours ? Subject.US : Subject.COMPETITOR, entry.heading(), Meaning.Voice.NAME);
            name(file, entry, meaning);
        }
    }

    void parties(WordFile file) {
        for (WordFile.Entry entry : file.entries()) {
            Optional<Meaning> meaning = Optional.ofNullable(
                    switch (entry.heading()) {
                        case "us" -> new Meaning.Party(Subject.US, "us", Meaning.Voice.NAME);
                        case "ours" -> new Meaning.Party(Subject.US, "us", Meaning.Voice.OURS);
                        case "we" -> new Meaning.Party(Subject.US, "us", Meaning.Voice.WE);
                        case "competitor" -> new Meaning.Party(Subject.COMPETITOR, null, Meaning.Voice.NAME);
                        case "operator" -> new Meaning.Party(Subject.OPERATOR, null, Meaning.Voice.NAME);
                        default -> null;
                    });
            meaning.ifPresentOrElse(
                    m -> name(file, entry, m),
                    () -> unknownHeading(file, entry, List.of("us", "ours", "we", "competitor", "operator")));
        }
    }

    void topics(WordFile file) {
        file.entries().forEach(entry -> name(file, entry, new Meaning.Topic(entry.heading())));
    }

    void things(WordFile file) {
        file.entries().forEach(entry -> add(file, entry, new Meaning.Thing()));
    }

    void cues(WordFile file) {
        for (WordFile.Entry entry : file.entries()) {
            Terms.parse(CueKind.class, entry.heading())
                    .ifPresentOrElse(
                            kind -> add(file, entry, new Meaning.Cue(kind)),
                            () -> unknownHeading(
                                    file,
                                    entry,
                                    Arrays.stream(CueKind.values())
                                            .map(Terms::of)
                                            .toList()));
        }
    }

    void signs(SignalKind kind, WordFile file) {
        Map<String, Meaning> read = new HashMap<>();
        for (WordFile.Entry entry : file.entries()) {
            try {
                add(file, entry, read.computeIfAbsent(entry.heading(), heading -> SignHeading.sign(kind, heading)));
            } catch (IllegalArgumentException e) {
                fault(file, entry, e);
            }
        }
    }

    private void name(WordFile file, WordFile.Entry entry, Meaning meaning) {
        String here = String.format(Locale.ROOT, "%s:%d [%s]", file.name(), entry.line(), entry.heading());
        String alias = FoldedText.fold(entry.phrase());
        String there = named.putIfAbsent((meaning instanceof Meaning.Topic ? "topic " : "party ") + alias, here);
        if (there != null) {
            fault(
                    file,
                    entry,
                    String.format(Locale.ROOT, "The name (%s) already stands at %s.", entry.phrase(), there),
                    "Maybe one of the two is meant longer.");
        }
        add(file, entry, meaning);
    }

    private void add(WordFile file, WordFile.Entry entry, Meaning meaning) {
        phrase(file, entry)
                .ifPresent(phrase -> entries.add(new Phrasebook.Entry<>(
                        phrase, meaning instanceof Meaning.Sign sign ? sign.of(phrase.written()) : meaning)));
    }

    private Optional<Phrase> phrase(WordFile file, WordFile.Entry entry) {
        try {
            return Optional.of(syntax.parse(entry.phrase()));
        } catch (IllegalArgumentException e) {
            fault(file, entry, e);
            return Optional.empty();
        }
    }

    private void unknownHeading(WordFile file, WordFile.Entry entry, List<String> known) {
        fault(
                file,
                entry,
                String.format(Locale.ROOT, "The heading (%s) above it is unknown.", entry.heading()),
                "Maybe one of these is meant: " + known.stream().collect(Collectors.joining(", ")) + ".");
    }

    private void fault(WordFile file, WordFile.Entry entry, IllegalArgumentException e) {
        String[] lines = String.valueOf(e.getMessage()).split("\n", 2);
        fault(file, entry, lines[0], lines.length > 1 ? lines[1] : "Maybe the README beside it helps.");
    }

    private void fault(WordFile file, WordFile.Entry entry, String message, String hint) {
        faults.add(new VocabularyFault(file.name(), entry.line(), message, hint));
    }
}
