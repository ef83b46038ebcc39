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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a rulebook: every DRL file, table and case file of the rules folder.
 *
 * @param texts content by path relative to the folder, with {@code /}
 */
public record RuleFiles(SortedMap<String, String> texts) {
    private static final List<String> ENDINGS = List.of(".drl", ".csv", ".cases.yaml");
    private static final Pattern PATH =
            Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]*(?:/[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]*){0,4}");

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
                // Hidden files are drafts of editors, and the folder of git.
                if (ENDINGS.stream().anyMatch(path::endsWith) && !path.startsWith(".") && !path.contains("/.")) {
                    texts.put(path, read(path, file));
                }
            }
        }
        return new RuleFiles(texts);
    }

    /** What a folder shows from outside: the same look twice means that nobody is writing. */
    static List<String> look(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .map(RuleFiles::glance)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of("unreadable");
        }
    }

    private static String glance(Path file) {
        try {
            return file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (IOException gone) {
            return file + " gone";
        }
    }

    private static String read(String path, Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException broken) {
            throw new IOException("%s is not UTF-8. Maybe save it as UTF-8.".formatted(path), broken);
        }
    }

    /** The DRL files by path. */
    public SortedMap<String, String> drl() {
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

    /**
     * The same with some texts exchanged.
     *
     * @param changes the new text by path, null for a file that is to go
     */
    RuleFiles with(Map<String, @Nullable String> changes) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changes.forEach((path, text) -> {
            if (text == null) {
                changed.remove(path);
            } else {
                changed.put(path, text);
            }
        });
        return new RuleFiles(changed);
    }

    /** A name for a text that no other text has. */
    static String key(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /**
     * Why a path cannot be one of the rules folder, or empty when it can: letters, digits, {@code . _ -} and spaces, at most
     * four folders deep, with one of the endings of rule files.
     */
    public static Optional<String> refused(String path) {
        if (ENDINGS.stream().noneMatch(path::endsWith)) {
            return Optional.of("(%s) ends with none of %s.".formatted(path, String.join(", ", ENDINGS)));
        }
        return path.length() <= 200 && PATH.matcher(path).matches()
                ? Optional.empty()
                : Optional.of("(%s) is no path inside the rules folder. Maybe write it as swap-plan/swap-plan.drl."
                        .formatted(path));
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
