package potato.reading;

/**
 * How often a clause that looks like this says so: the opinions of clause and note, on a scale measured on notes by
 * writers that were left out of the learning ({@code Learned figures} in data/reading/README.md).
 */
enum Confidence {
    CHINESE(0.6, -0.4),
    LATIN(0.6, 0.85);

    /** What the whole note says of the kind counts half of what the clause says. */
    private static final double OF_NOTE = 0.5;

    private static final double OF_ANYTHING = 0.6;

    /** A note with more Chinese characters than this share is Chinese. */
    private static final double CHINESE_SHARE = 0.2;

    private final double slope;
    private final double height;

    Confidence(double slope, double height) {
        this.slope = slope;
        this.height = height;
    }

    static Confidence of(NoteText note) {
        String text = note.folded().folded();
        long han = text.chars().filter(FoldedText::isHan).count();
        return han > CHINESE_SHARE * text.length() ? CHINESE : LATIN;
    }

    /** From log-odds to a chance between 0 and 1. */
    double of(double clause, double note, double anything) {
        return 1 / (1 + Math.exp(-slope * (clause + OF_NOTE * note + OF_ANYTHING * anything) - height));
    }
}
