package potato.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import potato.rulebook.drl.Token.Kind;

/** Cuts a DRL file into words, numbers, texts and signs; blanks and comments fall away. */
final class Lexer {
    private static final List<String> SIGNS = List.of(
            ">>>=", "<<=", ">>=", "...", "==", "!=", "<=", ">=", "&&", "||", ":=", "::", "->", "++", "--", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "!.");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text; the last one is its end. */
    static List<Token> of(String text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    add(Kind.BAD, at, Math.min(at + 2, text.length()));
                    at = text.length();
                } else {
                    at = end + 2;
                }
            } else if (Character.isJavaIdentifierStart(c) || Character.isHighSurrogate(c)) {
                word();
            } else if (Character.isDigit(c)
                    || (c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
                number();
            } else if (c == '"' || c == '\'') {
                string(c);
            } else {
                sign();
            }
        }
        add(Kind.END, text.length(), text.length());
    }

    private void word() {
        int start = at;
        while (at < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(at)) || Character.isSurrogate(text.charAt(at)))) {
            at++;
        }
        add(Kind.WORD, start, at);
    }

    private void number() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponent = (c == '+' || c == '-')
                    && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E')
                    && !text.startsWith("0x", start);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !exponent) {
                break;
            }
            at++;
        }
        add(Kind.NUMBER, start, at);
    }

    private void string(char quote) {
        int start = at++;
        int end = lineEnd(start);
        while (at < end && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at < end) {
            at++;
            add(Kind.STRING, start, at);
        } else {
            at = end;
            add(Kind.BAD, start, end);
        }
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                add(Kind.SIGN, at, at + sign.length());
                at += sign.length();
                return;
            }
        }
        boolean known = "(){}[]<>=!,;:.+-*/%&|^~?@#".indexOf(text.charAt(at)) >= 0;
        add(known ? Kind.SIGN : Kind.BAD, at, at + 1);
        at++;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, text.substring(start, end), start, end));
    }
}
