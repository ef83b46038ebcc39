package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.dig.RankLeads.Ranked;

/** The tag of one lead: its version, which whoever changes it must know, and its content, which rules and others move as well. */
final class LeadTags {
    private LeadTags() {}

    static EntityTag of(Ranked ranked, LeadView view, ObjectMapper json) {
        try {
            return new EntityTag(ranked.entry().version() + "."
                    + Tagged.of(json.writeValueAsString(view)).getValue());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view can be written.", impossible);
        }
    }

    /** A lead with its tag. */
    static Response answer(Ranked ranked, LeadView view, ObjectMapper json) {
        return Response.ok(view).tag(of(ranked, view, json)).build();
    }

    /** The version that somebody says to have seen, 428 when they say nothing. */
    static int seen(String id, @Nullable String tag, Ranked known) {
        if (tag == null) {
            throw unseen(id);
        }
        return tag.strip().equals("*") ? known.entry().version() : version(tag);
    }

    static HttpProblem unseen(String id) {
        return Problems.of(
                428, "Precondition required", "If-Match is missing. Maybe send the ETag of GET /api/leads/" + id + ".");
    }

    /** The version that a tag was made of; -1, which no lead has, for any other text. */
    private static int version(String tag) {
        String bare = tag.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.parseInt(bare.substring(0, bare.indexOf('.')));
        } catch (NumberFormatException | StringIndexOutOfBoundsException foreign) {
            return -1;
        }
    }
}
