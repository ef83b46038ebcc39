package potato.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every rulebook that was live, kept as files: {@code versions.ndjson} has a line for each, {@code texts} the content of
 * each file once. Nothing is ever removed.
 */
final class Versions {
    private static final Logger LOG = Logger.getLogger(Versions.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path folder;
    private final Path list;
    private final List<Version> versions = new ArrayList<>();

    Versions(Path folder) {
        this.folder = folder;
        this.list = folder.resolve("versions.ndjson");
        if (Files.exists(list)) {
            try {
                for (String line : Files.readAllLines(list)) {
                    read(line);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private void read(String line) {
        try {
            if (!line.isBlank()) {
                versions.add(JSON.readValue(line, Version.class));
            }
        } catch (JsonProcessingException torn) {
            // A line that was being written when the machine went down: that rulebook never went live.
            LOG.warnf("A line of %s cannot be read and is passed over.", list);
        }
    }

    /** All versions, the newest first. */
    synchronized List<Version.Shown> shown() {
        List<Version.Shown> shown = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            shown.add(shown(i));
        }
        return shown;
    }

    private Version.Shown shown(int index) {
        Version version = versions.get(index);
        SortedMap<String, String> before =
                index == 0 ? new TreeMap<>() : texts(versions.get(index - 1)).texts();
        return new Version.Shown(
                Integer.toString(version.version()),
                version.rulebook(),
                version.at(),
                version.by(),
                version.comment(),
                version.commit(),
                index == versions.size() - 1,
                index == 0 ? List.of() : FileDiff.between(before, texts(version).texts()));
    }

    /** The version of that number, or else the newest one of that rulebook. */
    synchronized Optional<Version> find(String name) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (Integer.toString(versions.get(i).version()).equals(name)) {
                return Optional.of(versions.get(i));
            }
        }
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).rulebook().equals(name)) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /** The one that went live last. */
    synchronized Optional<Version> last() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The text of a version. */
    RuleFiles texts(Version version) {
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            for (Map.Entry<String, String> file : version.files().entrySet()) {
                texts.put(file.getKey(), Files.readString(text(file.getValue())));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RuleFiles(texts);
    }

    /** Keeps a rulebook that goes live; the same text as that of the last one is no new version. */
    synchronized Version add(
            RuleFiles files, Instant at, String by, @Nullable String comment, @Nullable String commit) {
        SortedMap<String, String> keys = new TreeMap<>();
        files.texts().forEach((path, text) -> keys.put(path, RuleFiles.key(text)));
        Optional<Version> last = last();
        if (last.isPresent() && last.get().files().equals(keys)) {
            return last.get();
        }
        Version version =
                new Version(last.map(Version::version).orElse(0) + 1, files.id(), at, by, comment, commit, keys);
        try {
            for (Map.Entry<String, String> file : files.texts().entrySet()) {
                keep(text(RuleFiles.key(file.getValue())), file.getValue());
            }
            try (FileChannel out = FileChannel.open(
                    list, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                out.write(UTF_8.encode("\n" + JSON.writeValueAsString(version)));
                out.force(true);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("The rulebook cannot be kept in " + folder, full);
        }
        versions.add(version);
        return version;
    }

    private Path text(String key) {
        return folder.resolve("texts").resolve(key);
    }

    private static void keep(Path path, String text) throws IOException {
        if (!Files.exists(path)) {
            write(path, text);
        }
    }

    /** Writes a file as a whole or not at all; whoever reads it meanwhile sees the old one. */
    static void write(Path path, String text) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(UTF_8.encode(text));
                out.force(true);
            }
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        draft, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
