package potato.learning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Terms;
import potato.reading.Clause;
import potato.reading.Impression;
import potato.reading.NoteText;
import potato.reading.Understanding;
import potato.reading.WordPieces;

/** A small transformer that judges every clause of a note in the light of the whole note, in one language. Runs on one core. */
@SuppressWarnings("EnumOrdinal") // what the file says of its answers is compared with the constants when it is loaded
final class Encoder implements Understanding {
    /** A replaced encoder gives its memory, which is not the garbage collector's, back when the last note is read with it. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final boolean chinese;
    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private Encoder(boolean chinese, WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.chinese = chinese;
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads {@code zh.onnx} or {@code en.onnx} with its word pieces.
     *
     * @throws IOException when a file is missing, damaged, or was trained for other answers or marks
     */
    static Encoder load(Path folder, String language) throws IOException {
        Path model = folder.resolve(language + ".onnx");
        WordPieces pieces = new WordPieces(Files.readAllLines(folder.resolve(language + ".pieces.txt")));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(Files.readAllBytes(model), options);
            Encoder encoder = new Encoder(language.equals("zh"), pieces, environment, session);
            CLEANER.register(encoder, () -> close(session));
            Map<String, String> says = session.getMetadata().getCustomMetadata();
            same(model, "kinds", says, terms(SignalKind.values()));
            same(model, "subjects", says, terms(Subject.values()));
            same(model, "certainties", says, terms(Certainty.values()));
            same(model, "marks", says, EncoderInput.MARKS);
            return encoder;
        } catch (OrtException e) {
            throw new IOException(
                    String.format(Locale.ROOT, "The encoder (%s) cannot be loaded.%nMaybe the file is damaged.", model),
                    e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("An encoder that nobody uses any more cannot be closed.", e);
        }
    }

    private static void same(Path model, String what, Map<String, String> says, List<String> ours) throws IOException {
        String theirs = says.getOrDefault(what, "");
        if (!theirs.equals(String.join(",", ours))) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "The encoder (%s) was trained for other %s (%s).%nMaybe train it again.",
                    model,
                    what,
                    theirs));
        }
    }

    private static List<String> terms(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Terms::of).toList();
    }

    @Override
    public Optional<Impression> of(NoteText note) {
        if (note.chinese() != chinese || note.clauses().isEmpty()) {
            return Optional.empty();
        }
        EncoderInput input = EncoderInput.of(note, pieces);
        long[] clauses = LongStream.range(0, note.clauses().size()).toArray();
        try (OnnxTensor words = tensor(new long[][] {input.pieces()});
                OnnxTensor marks = tensor(new long[][] {input.marks()});
                OnnxTensor owners = tensor(new long[][] {input.clauses()});
                OnnxTensor numbers = tensor(clauses);
                OrtSession.Result told =
                        session.run(Map.of("pieces", words, "marks", marks, "owners", owners, "clauses", numbers))) {
            float[][][] kinds = (float[][][]) told.get(0).getValue();
            float[][][][] subjects = (float[][][][]) told.get(1).getValue();
            float[][][][] certainties = (float[][][][]) told.get(2).getValue();
            return Optional.of(new Told(kinds[0], subjects[0], certainties[0]));
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder failed on a note of " + clauses.length + " clauses.", e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private OnnxTensor tensor(Object values) throws OrtException {
        return OnnxTensor.createTensor(environment, values);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Told(float[][] kinds, float[][][] subjects, float[][][] certainties) implements Impression {
        @Override
        public double kind(Clause clause, SignalKind kind) {
            return kinds[clause.number()][kind.ordinal()];
        }

        @Override
        public double[] subjects(Clause clause, SignalKind kind) {
            return shares(subjects[clause.number()][kind.ordinal()]);
        }

        @Override
        public double[] certainties(Clause clause, SignalKind kind) {
            return shares(certainties[clause.number()][kind.ordinal()]);
        }

        private static double[] shares(float[] odds) {
            double[] shares = new double[odds.length];
            double sum = 0;
            for (int i = 0; i < odds.length; i++) {
                shares[i] = Math.exp(odds[i]);
                sum += shares[i];
            }
            for (int i = 0; i < odds.length; i++) {
                shares[i] /= sum;
            }
            return shares;
        }
    }
}
