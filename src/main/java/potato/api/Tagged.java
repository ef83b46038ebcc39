package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Answers that carry a tag of their content: who has it already gets 304 and no body. */
final class Tagged {
    private Tagged() {}

    /** The answer, or 304 when the request already has what carries this tag. */
    static Response.ResponseBuilder answer(HttpHeaders headers, EntityTag tag, Object entity) {
        boolean known =
                Objects.requireNonNullElse(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH), List.<String>of())
                        .stream()
                        .flatMap(tags -> Arrays.stream(tags.split(",", -1)))
                        .map(String::strip)
                        // The weak comparison of RFC 9110: a proxy that compresses makes tags weak.
                        .map(seen -> seen.startsWith("W/") ? seen.substring(2) : seen)
                        .anyMatch(seen -> seen.equals("*") || seen.equals("\"" + tag.getValue() + "\""));
        return known ? Response.notModified(tag) : Response.ok(entity).tag(tag);
    }

    /** A tag that changes when, and only when, the content does. */
    static EntityTag of(String content) {
        return of(content.getBytes(UTF_8));
    }

    /** The same of bytes. */
    static EntityTag of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag(HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
