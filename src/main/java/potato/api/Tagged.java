package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers that carry a tag of their content: who has it already gets 304 and no body. */
final class Tagged {
    private Tagged() {}

    /** The answer, or 304 when the request already has what carries this tag. */
    static Response.ResponseBuilder answer(Request request, EntityTag tag, Object entity) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.tag(tag) : Response.ok(entity).tag(tag);
    }

    /** A tag that changes when, and only when, the content does. */
    static EntityTag of(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return new EntityTag(HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
