package potato.standards;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A small sample of a document's word triples, by which two texts can be compared without keeping either.
 *
 * <p>The sample keeps the smallest hashes (bottom-k sketch, Broder 1997), at most {@value #MOST}: up to 4 KiB. Boilerplate
 * (status, copyright, references, addresses, contents) is left out, since every document of a body shares it.
 */
public final class Fingerprint {
    private static final int MOST = 1024;

    /** With fewer common hashes a share says nothing. */
    private static final int FEWEST = 20;

    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}|[\\p{L}&&[^\\p{IsHan}]][\\p{L}\\d&&[^\\p{IsHan}]]*");

    private final int[] hashes;

    private Fingerprint(int[] hashes) {
        this.hashes = hashes;
    }

    /** The fingerprint of a document's text. */
    public static Fingerprint of(String text) {
        var draft = DraftText.of(text);
        var smallest = new TreeSet<Integer>(Integer::compareUnsigned);
        for (var block : draft.outline()) {
            if (block.demanding()) {
                var words = words(draft.passage(block.start(), block.end()));
                for (int i = 0; i + 3 <= words.size(); i++) {
                    smallest.add(hash(words.subList(i, i + 3)));
                    if (smallest.size() > MOST) {
                        smallest.pollLast();
                    }
                }
            }
        }
        return new Fingerprint(smallest.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Reads a fingerprint as {@link #toString()} wrote it. */
    public static Fingerprint parse(String written) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The fingerprint (%s) is not Base64.\nMaybe it was cut off when it was stored.".formatted(written),
                    e);
        }
        var hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return new Fingerprint(hashes);
    }

    /** The share, from 0 to 1, of the smaller text that the other one has too; 0 where a text is too short to tell. */
    public double likeness(Fingerprint other) {
        if (hashes.length == 0 || other.hashes.length == 0) {
            return 0;
        }
        // A full sample covers the hashes up to its last; both are compared where both are complete.
        int limit = Integer.compareUnsigned(reach(), other.reach()) < 0 ? reach() : other.reach();
        int mine = upTo(limit);
        int theirs = other.upTo(limit);
        int common = 0;
        for (int i = 0, j = 0; i < mine && j < theirs; ) {
            int order = Integer.compareUnsigned(hashes[i], other.hashes[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int smaller = Math.min(mine, theirs);
        return smaller < FEWEST ? 0 : (double) common / smaller;
    }

    /** Whether the text is long enough for its likeness to another to mean something. */
    public boolean telling() {
        return hashes.length >= 4 * FEWEST;
    }

    private int reach() {
        return hashes.length < MOST ? -1 : hashes[hashes.length - 1];
    }

    private int upTo(int limit) {
        int n = hashes.length;
        while (n > 0 && Integer.compareUnsigned(hashes[n - 1], limit) > 0) {
            n--;
        }
        return n;
    }

    /** Han text has no spaces, so its words are pairs of neighbouring characters. */
    private static List<String> words(String passage) {
        var tokens = WORD.matcher(passage.toLowerCase(Locale.ROOT))
                .results()
                .map(token -> token.group())
                .toList();
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean pair = Script.han(token.codePointAt(0))
                    && i + 1 < tokens.size()
                    && Script.han(tokens.get(i + 1).codePointAt(0));
            words.add(pair ? token + tokens.get(i + 1) : token);
        }
        return words;
    }

    /** FNV-1a with a final mix, so that the order of the hashes is as good as random. */
    private static int hash(List<String> words) {
        int hash = 0x811c9dc5;
        for (var word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x01000193;
            }
            hash = (hash ^ ' ') * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    /** The stored form: Base64 of the hashes, at most 5,464 characters. */
    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        bytes.asIntBuffer().put(hashes);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
