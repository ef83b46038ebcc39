package potato.learning;

/**
 * One thing wrong in the examples or the encoders.
 *
 * @param file relative to their folder; empty where the folder itself is meant
 * @param line from 1; 0 where the whole file is meant
 * @param message what is wrong, with the value in parentheses
 * @param hint the way out, beginning with "Maybe"
 */
public record LearningFault(String file, int line, String message, String hint) {

    @Override
    public String toString() {
        return (line == 0 ? file : file + ":" + line) + ": " + message + "\n" + hint;
    }
}
