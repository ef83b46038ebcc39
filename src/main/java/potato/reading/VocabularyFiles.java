package potato.reading;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import potato.model.SignalKind;
import potato.model.Terms;

/** Reads the vocabulary from a folder of files that analysts edit; its README.md says how they are written. */
public final class VocabularyFiles {
    private final Path folder;
    private final List<VocabularyFault> faults = new ArrayList<>();

    private VocabularyFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The vocabulary of a folder.
     *
     * @throws VocabularyException naming all faults with file and line, when there is any
     */
    public static Vocabulary read(Path folder) {
        return new VocabularyFiles(folder).read();
    }

    private Vocabulary read() {
        VocabularyMaker maker = new VocabularyMaker(faults);
        maker.groups(file("groups.txt"));
        maker.vendors(file("vendors.txt"));
        maker.parties(file("parties.txt"));
        maker.topics(file("topics.txt"));
        maker.things(file("things.txt"));
        maker.cues(file("cues.txt"));
        for (SignalKind kind : SignalKind.values()) {
            maker.signs(kind, file("phrases/" + Terms.of(kind) + ".txt"));
        }
        if (!faults.isEmpty()) {
            throw new VocabularyException(faults);
        }
        return maker.made();
    }

    private WordFile file(String name) {
        try {
            return WordFile.parse(name, Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8), faults);
        } catch (MalformedInputException e) {
            return unread(
                    name,
                    String.format(Locale.ROOT, "The file (%s) is not UTF-8.", name),
                    "Maybe save it as UTF-8 in the editor.");
        } catch (IOException e) {
            return unread(
                    name,
                    String.format(Locale.ROOT, "The file (%s) cannot be read (%s).", folder.resolve(name), e),
                    "Maybe the folder is not the one with the vocabulary, or the file was renamed.");
        }
    }

    private WordFile unread(String name, String message, String hint) {
        faults.add(new VocabularyFault(name, 0, message, hint));
        return new WordFile(name, List.of());
    }
}
