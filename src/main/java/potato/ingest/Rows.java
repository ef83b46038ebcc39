package potato.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import potato.ingest.RawLines.RawLine;

/**
 * The rows of a table (CSV, RFC 4180). A row whose quotes do not fit costs the line that it begins on: reading goes on with
 * the next line, as if the quote had been closed.
 */
final class Rows {
    /** All characters that may be read in vain, looking for the ends of quotes, before quotes are no longer followed. */
    private static final long PATIENCE = 64_000_000;

    private final RawLines lines;
    private final int longest;
    private final Deque<RawLine> ahead = new ArrayDeque<>();
    private long inVain;

    Rows(RawLines lines, int longest) {
        this.lines = lines;
        this.longest = longest;
    }

    /**
     * One row.
     *
     * @param number the line that it begins on, counted from 1
     * @param cells as far as they could be told apart
     * @param fault why it is no row; null when it is one
     */
    record Row(int number, List<String> cells, @Nullable String fault) {}

    /** The next row, null behind the last; blank lines are passed over. */
    @Nullable
    Row next() throws IOException {
        RawLine first = line();
        while (first != null && first.text().isBlank()) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        Cells cells = new Cells();
        Deque<RawLine> taken = new ArrayDeque<>();
        int length = 0;
        for (RawLine line = first; line != null; line = cells.open() && within(length) ? line() : null) {
            taken.add(line);
            length += line.text().length();
            cells.feed(line.text());
        }
        if (cells.open() || cells.broken()) {
            inVain += length;
            taken.removeFirst();
            taken.descendingIterator().forEachRemaining(ahead::addFirst);
            boolean overlong = first.overlong() || length > longest;
            return new Row(first.number(), cells.done, overlong && cells.open() ? overlong() : cells.fault());
        } else if (taken.stream().anyMatch(RawLine::overlong)) {
            return new Row(first.number(), cells.done, overlong());
        }
        return new Row(
                first.number(), cells.done, taken.stream().anyMatch(RawLine::garbled) ? Lines.WRONG_ENCODING : null);
    }

    private boolean within(int length) {
        return length <= longest && inVain < PATIENCE;
    }

    private String overlong() {
        return "The row is longer than %d characters. Maybe a quote is not closed.".formatted(longest);
    }

    private @Nullable RawLine line() throws IOException {
        return ahead.isEmpty() ? lines.next() : Objects.requireNonNull(ahead.removeFirst());
    }

    /** Takes a row apart, line by line. */
    private static final class Cells {
        private enum State {
            BEGIN,
            PLAIN,
            QUOTED,
            /** Behind a quote inside quotes: the end of the cell, or the first of two that stand for one. */
            QUOTE,
            BEHIND,
            BROKEN
        }

        private final List<String> done = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private State state = State.BEGIN;
        private char surplus;
        private int fed;

        void feed(String line) {
            fed++;
            for (int i = 0; i < line.length() && state != State.BROKEN; i++) {
                take(line.charAt(i));
            }
            if (state != State.QUOTED && state != State.BROKEN) {
                end();
            }
        }

        private void take(char c) {
            boolean lineEnd = c == '\n' || c == '\r';
            switch (state) {
                case QUOTED -> {
                    if (c == '"') {
                        state = State.QUOTE;
                    } else {
                        cell.append(c);
                    }
                }
                case QUOTE, BEHIND -> {
                    if (c == '"' && state == State.QUOTE) {
                        cell.append(c);
                        state = State.QUOTED;
                    } else if (c == ',') {
                        end();
                    } else if (c == ' ') {
                        state = State.BEHIND;
                    } else if (!lineEnd) {
                        surplus = c;
                        state = State.BROKEN;
                    }
                }
                default -> {
                    if (c == '"' && state == State.BEGIN) {
                        state = State.QUOTED;
                    } else if (c == ',') {
                        end();
                    } else if (!lineEnd) {
                        cell.append(c);
                        state = State.PLAIN;
                    }
                }
            }
        }

        private void end() {
            done.add(cell.toString());
            cell.setLength(0);
            state = State.BEGIN;
        }

        boolean open() {
            return state == State.QUOTED;
        }

        boolean broken() {
            return state == State.BROKEN;
        }

        String fault() {
            return broken() && fed == 1
                    ? "Cell %d goes on (%s) behind its closing quote. Maybe write a quote inside a cell twice."
                            .formatted(done.size() + 1, Lines.shown(surplus))
                    : "A quote on this line is never closed. Maybe write a quote inside a cell twice.";
        }
    }
}
