package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import potato.api.LeadViews.LeadView;
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
    private final Feeds feeds;
    private final Caller caller;
    private final Snapshots snapshots;
    private final Outlooks outlooks;
    private final Today today;
    private final ObjectMapper mapper;

    FeedResource(
            RankLeads ranking,
            Feeds feeds,
            Caller caller,
            Snapshots snapshots,
            Outlooks outlooks,
            Today today,
            ObjectMapper mapper) {
        this.ranking = ranking;
        this.feeds = feeds;
        this.caller = caller;
        this.snapshots = snapshots;
        this.outlooks = outlooks;
        this.today = today;
        this.mapper = mapper;
    }

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

    @Operation(
            summary = "The ranked list as an array of flat objects",
            description =
                    "One object of plain fields a lead, as Grafana's Infinity source and spreadsheets read without settings.")
    @GET
    @Path("leads.rows")
    @Produces(MediaType.APPLICATION_JSON)
    public Response rows(UriInfo uri, @Context HttpHeaders headers) {
        return feed(MediaType.APPLICATION_JSON, uri, headers, (leads, at) -> {
            try {
                return mapper.writeValueAsString(LeadTable.of(leads).objects());
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("Rows of plain fields can be written.", impossible);
            }
        });
    }

    private Response feed(
            String format, UriInfo uri, HttpHeaders headers, BiFunction<List<LeadView>, UriInfo, String> render) {
        Viewer viewer = caller.viewer();
        Supplier<Snapshots.Content> content = () -> {
            LeadQuery query = LeadQuery.of(uri, viewer, ranking);
            RankLeads.Page page = ranking.list(
                    query.filter(),
                    query.sort(),
                    query.asOf(),
                    query.behind(),
                    query.paging().limit());
            return Snapshots.Content.of(
                    render.apply(
                            page.items().stream()
                                    .map(ranked -> LeadView.of(
                                            ranked,
                                            outlooks.of(
                                                    ranked.entry().lead(),
                                                    Objects.requireNonNullElse(query.asOf(), today.date()))))
                                    .toList(),
                            uri),
                    LeadQuery.cursor(page.next()));
        };
        Snapshots.Snapshot feed = uri.getQueryParameters().containsKey("as-of")
                ? snapshots.once(content)
                : snapshots.of(new Snapshots.Key(format, uri.getRequestUri().toString(), viewer.offices()), content);
        return Paging.linked(feed.answer(headers).type(format), feed.next(), uri)
                .build();
    }
}
