package potato.rulebook.drl;

/** One word, number, text or sign of a DRL file. */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SIGN,
        /** A text that its line does not close, or a character that DRL does not know. */
        BAD,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    boolean word() {
        return kind == Kind.WORD;
    }

    /** What a text says between its quotes. */
    String unquoted() {
        return kind == Kind.STRING ? text.substring(1, text.length() - 1) : text;
    }

    /** As a message shows it. */
    String shown() {
        return kind == Kind.END ? "the end of the file" : "(" + text + ")";
    }
}
