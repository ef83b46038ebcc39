package potato.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import potato.model.SignalKind;
import potato.model.Terms;
import potato.reading.Clause;
import potato.reading.Mark;
import potato.reading.NoteText;
import potato.reading.WordPieces;
import potato.reading.WordPieces.Piece;

/**
 * A note as an encoder takes it: one number per word piece, between [CLS] and [SEP].
 *
 * @param pieces numbers of the word pieces
 * @param marks for each piece the vocabulary's phrase it belongs to, counted in {@link #MARKS} from 1, the first of
 *     several; 0 for none
 * @param clauses for each piece the number of its clause, -1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncoderInput(long[] pieces, long[] marks, long[] clauses) {
    /** What is longer is read to here; a page of a thousand words is hardly a note any more. */
    static final int LONGEST = 510;

    /** The marks that encoders learn; other marks, other encoders. */
    static final List<String> MARKS = Stream.concat(
                    Stream.of(
                            "party us",
                            "party competitor",
                            "party operator",
                            "cue NEGATION_NEAR",
                            "cue NEGATION_FAR",
                            "cue NEGATION_AFTER",
                            "cue POSSIBLE",
                            "cue CONDITION",
                            "cue HEARSAY",
                            "cue FORMERLY",
                            "cue SOLVED",
                            "cue STILL",
                            "cue CANCELLED",
                            "cue QUESTION",
                            "cue ELSEWHERE",
                            "cue PRETEND",
                            "cue HARMLESS",
                            "cue REBUTTED",
                            "topic"),
                    Arrays.stream(SignalKind.values()).map(kind -> "sign " + Terms.of(kind)))
            .toList();

    private static final Map<String, Integer> NUMBERS = IntStream.range(0, MARKS.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(MARKS::get, number -> number + 1));

    /** Cuts a note into the pieces of a vocabulary. */
    static EncoderInput of(NoteText note, WordPieces vocabulary) {
        String text = note.folded().folded();
        List<Clause> clauses = note.clauses();
        List<Piece> pieces = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            int start = i == 0 ? 0 : clauses.get(i).start();
            int end = i + 1 < clauses.size() ? clauses.get(i + 1).start() : text.length();
            for (Piece piece : vocabulary.cut(text, start, end)) {
                pieces.add(piece);
                owners.add(i);
            }
        }
        int size = Math.min(pieces.size(), LONGEST);
        EncoderInput input = new EncoderInput(new long[size + 2], new long[size + 2], new long[size + 2]);
        input.set(0, vocabulary.number("[CLS]"), 0, -1);
        List<Mark> marks = note.marks().stream()
                .filter(mark -> NUMBERS.containsKey(mark.name()))
                .sorted(Comparator.comparing(mark -> NUMBERS.getOrDefault(mark.name(), 0)))
                .toList();
        for (int i = 0; i < size; i++) {
            Piece piece = pieces.get(i);
            input.set(i + 1, piece.number(), mark(piece, marks), owners.get(i));
        }
        input.set(size + 1, vocabulary.number("[SEP]"), 0, -1);
        return input;
    }

    /** The number of the first of the marks, in the order of their numbers, that the piece lies in. */
    private static int mark(Piece piece, List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark.start() <= piece.start() && piece.end() <= mark.end()) {
                return NUMBERS.getOrDefault(mark.name(), 0);
            }
        }
        return 0;
    }

    private void set(int at, long piece, long mark, long clause) {
        pieces[at] = piece;
        marks[at] = mark;
        clauses[at] = clause;
    }
}
