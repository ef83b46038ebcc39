package potato.reading;

/**
 * One thing wrong in the vocabulary.
 *
 * @param file relative to the vocabulary's folder
 * @param line from 1; 0 where the whole file is meant
 * @param message what is wrong, with the value in parentheses
 * @param hint the way out, beginning with "Maybe"
 */
public record VocabularyFault(String file, int line, String message, String hint) {

    @Override
    public String toString() {
        return (line == 0 ? file : file + ":" + line) + ": " + message + "\n" + hint;
    }
}
