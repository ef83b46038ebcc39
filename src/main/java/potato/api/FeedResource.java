package potato.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.dig.LeadWriting;
import potato.dig.RankLeads;
import potato.dig.Today;
import potato.dig.Viewer;

/** The ranked list as a feed, one item a lead, best first; rendered once for each edition of the leads. */
@Path("/feed")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.ADMIN})
public class FeedResource {
    private static final String JSON_FEED = "application/feed+json";
    private static final String ATOM = "application/atom+xml";

    private final RankLeads ranking;
    private final LeadWriting writing;
    private final Feeds feeds;
    private final Today today;
    private final Caller caller;
    private final Cache<Key, Rendered> rendered =
            Caffeine.newBuilder().maximumSize(1_000).build();

    FeedResource(RankLeads ranking, LeadWriting writing, Feeds feeds, Today today, Caller caller) {
        this.ranking = ranking;
        this.writing = writing;
        this.feeds = feeds;
        this.today = today;
        this.caller = caller;
    }

    /** What a rendering depends on. */
    private record Key(
            String format, String query, @Nullable List<String> offices, long edition, LocalDate day) {}

    private record Rendered(
            String body, EntityTag tag, @Nullable String next) {}

    @GET
    @Path("leads.json")
    @Produces(JSON_FEED)
    public Response json(UriInfo uri, @Context HttpHeaders headers) {
        return feed(JSON_FEED, uri, headers, feeds::json);
    }

    @GET
    @Path("leads.atom")
    @Produces(ATOM)
    public Response atom(UriInfo uri, @Context HttpHeaders headers) {
        return feed(ATOM, uri, headers, feeds::atom);
    }

    private Response feed(
            String format, UriInfo uri, HttpHeaders headers, BiFunction<List<LeadView>, UriInfo, String> render) {
        Viewer viewer = caller.viewer();
        Key key = new Key(format, uri.getRequestUri().toString(), viewer.offices(), writing.edition(), today.date());
        Rendered feed = rendered.get(key, missing -> {
            LeadQuery query = LeadQuery.of(uri, viewer, ranking);
            RankLeads.Page page = ranking.list(
                    query.filter(),
                    query.sort(),
                    query.asOf(),
                    query.behind(),
                    query.paging().limit());
            String body = render.apply(page.items().stream().map(LeadView::of).toList(), uri);
            return new Rendered(body, Tagged.of(body), LeadQuery.cursor(page.next()));
        });
        return Paging.linked(Tagged.answer(headers, feed.tag(), feed.body()).type(format), feed.next(), uri)
                .build();
    }
}
