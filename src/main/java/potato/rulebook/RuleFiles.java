package potato.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a rulebook: every DRL file, table and case file of the rules folder.
 *
 * @param texts content by path relative to the folder, with {@code /}
 */
public record RuleFiles(SortedMap<String, String> texts) {
    private static final List<String> ENDINGS = List.of(".drl", ".csv", ".cases.yaml");

    public RuleFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Reads a rules folder.
     *
     * @throws IOException when the folder or a file of it cannot be read
     */
    public static RuleFiles read(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (ENDINGS.stream().anyMatch(path::endsWith)) {
                    texts.put(path, read(path, file));
                }
            }
        }
        return new RuleFiles(texts);
    }

    private static String read(String path, Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException broken) {
            throw new IOException("%s is not UTF-8. Maybe save it as UTF-8.".formatted(path), broken);
        }
    }

    /** The DRL files by path. */
    SortedMap<String, String> drl() {
        return ending(".drl");
    }

    /** The case files by path. */
    SortedMap<String, String> cases() {
        return ending(".cases.yaml");
    }

    private SortedMap<String, String> ending(String ending) {
        return texts.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, TreeMap::new));
    }

    /** Names this rulebook: the same files always have the same id, other files another. Cases do not count. */
    public String id() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                if (!path.endsWith(".cases.yaml")) {
                    hash.update((path.length() + ":" + path + text.length() + ":" + text).getBytes(UTF_8));
                }
            });
            return HexFormat.of().formatHex(hash.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
