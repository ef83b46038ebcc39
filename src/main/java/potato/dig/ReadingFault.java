package potato.dig;

/**
 * One thing wrong in the files that say how notes are read.
 *
 * @param file relative to the data folder
 * @param line from 1; 0 where the whole file is meant
 * @param message what is wrong, with the value in parentheses
 * @param hint the way out, beginning with "Maybe"
 */
public record ReadingFault(String file, int line, String message, String hint) {

    static ReadingFault in(String folder, String file, int line, String message, String hint) {
        return new ReadingFault(file.isEmpty() ? folder : folder + "/" + file, line, message, hint);
    }

    /** As one line for a person: {@code vocabulary/phrases/tender.txt:12 message Maybe …}. */
    String described() {
        return (line == 0 ? file : file + ":" + line) + " " + message + " " + hint;
    }
}
