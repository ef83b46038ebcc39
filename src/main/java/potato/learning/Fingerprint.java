package potato.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names the content of files, together with words: the same content has the same name on any machine. */
public final class Fingerprint {
    private static final int BYTES = 8;
    private static final List<String> ENDINGS = List.of(".txt", ".ndjson", ".onnx");

    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /**
     * The files below a folder that reading depends on, sorted; none where there is no folder. What editors put beside
     * them, and what is written for people, does not count.
     *
     * @throws IOException when the folder cannot be read
     */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Fingerprint::counts).sorted().toList();
        }
    }

    private static boolean counts(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    /** Adds a word or number. */
    public Fingerprint with(Object word) {
        byte[] bytes = word.toString().getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
        return this;
    }

    /**
     * Adds the names and the content of the files below a folder.
     *
     * @throws IOException when one cannot be read
     */
    public Fingerprint withFiles(Path folder) throws IOException {
        for (Path file : files(folder)) {
            with(folder.relativize(file).toString().replace('\\', '/'));
            byte[] bytes = Files.readAllBytes(file);
            digest.update((bytes.length + ":").getBytes(UTF_8));
            digest.update(bytes);
        }
        return this;
    }

    /** The name of all that was added; nothing can be added behind it. */
    public String name() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
