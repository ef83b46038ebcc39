package potato.reading;

import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;
import potato.model.Subject;

/** What a phrase of the vocabulary stands for. */
sealed interface Meaning {

    /**
     * Carries a signal.
     *
     * @param phrase as the file has it
     * @param strength chance that the phrase alone, without a word of the trade near it, is a signal
     * @param looks where the one that it is about is looked for first
     * @param versus whether it compares two suppliers, so that the opposite is said of the other
     * @param asks whether it also counts in a question (板卡怎么又坏了？)
     * @param subject whom it is about whatever stands near, null where that depends
     */
    record Sign(
            String phrase,
            SignalKind kind,
            double strength,
            Looks looks,
            boolean versus,
            boolean asks,
            @Nullable Subject subject)
            implements Meaning {

        /** The same of another phrase. */
        Sign of(String other) {
            return new Sign(other, kind, strength, looks, versus, asks, subject);
        }
    }

    /** Names somebody, a vendor perhaps. */
    record Party(Subject subject, @Nullable String vendor, Voice voice) implements Meaning {

        /** Whether it means whoever speaks, which inside quoted speech is not the author. */
        boolean speaker() {
            return voice != Voice.NAME;
        }
    }

    /** How a party is named. */
    enum Voice {
        /** By a name, the same whoever speaks. */
        NAME,
        /** By what belongs to the speaker (我们的, our boards). */
        OURS,
        /** As the speaker (我们, we), who may be but the one who tells the tale. */
        WE
    }

    /** Names a topic. */
    record Topic(String id) implements Meaning {}

    /** A word of the trade, which makes a weak phrase credible. */
    record Thing() implements Meaning {}

    /** Changes how sure, or whether at all, the phrases around it are. */
    record Cue(CueKind kind) implements Meaning {}
}
