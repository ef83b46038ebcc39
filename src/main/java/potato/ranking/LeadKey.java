package potato.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Finding;

/** What makes a lead the same lead: network, kind, topic, vendor and the thing that it is about. */
record LeadKey(
        String network,
        String kind,
        @Nullable String topic,
        @Nullable String vendor,
        @Nullable String aboutType,
        @Nullable String aboutId) {

    static LeadKey of(String network, Finding finding) {
        return new LeadKey(
                network,
                finding.kind(),
                finding.topic(),
                finding.vendor(),
                finding.about() == null ? null : finding.about().type(),
                finding.about() == null ? null : finding.about().id());
    }

    /** An id made of the key alone, so that the same matter has the same id on every machine. */
    String id() {
        @Nullable String[] parts = {network, kind, topic, vendor, aboutType, aboutId};
        // Length before each part: no two keys can be written alike.
        String written = Arrays.stream(parts)
                .map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(written.getBytes(UTF_8));
            return "l-" + HexFormat.of().formatHex(hash, 0, 9);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
