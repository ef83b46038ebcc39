package potato.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import potato.dig.KeepDrafts;
import potato.dig.Today;
import potato.ingest.DraftForm;
import potato.model.Body;
import potato.model.Draft;
import potato.model.LeadEntry;
import potato.model.Revision;
import potato.model.Stage;
import potato.standards.Changes;
import potato.store.Compliance;
import potato.store.Drafts;
import potato.store.Leads;

/** Standard drafts: kept revision by revision, with what they demand and what changed. */
@Path("/api/drafts")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
public class DraftResource {
    static final Set<String> PARAMETERS = Set.of("stage", "topic", "body", "q", "limit", "cursor");

    private final KeepDrafts keep;
    private final Drafts drafts;
    private final Leads leads;
    private final DraftUpload upload;
    private final Removals removals;
    private final Caller caller;
    private final Today today;

    DraftResource(
            KeepDrafts keep,
            Drafts drafts,
            Leads leads,
            DraftUpload upload,
            Removals removals,
            Caller caller,
            Today today) {
        this.keep = keep;
        this.drafts = drafts;
        this.leads = leads;
        this.upload = upload;
        this.removals = removals;
        this.caller = caller;
        this.today = today;
    }

    @Operation(
            summary =
                    "Takes one revision of a draft; fields that are filled in win over what the document says of itself")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            allOf = DraftForm.class,
                                            requiredProperties = "file",
                                            properties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            type = SchemaType.STRING,
                                                            format = "binary",
                                                            description =
                                                                    "Text, Markdown, HTML, XML, PDF or DOCX; its bytes say which"))))
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.INGEST, Roles.ADMIN})
    public Response add(MultipartFormDataInput body) {
        DraftUpload.Document document = upload.read(body);
        Optional<Compliance.Kept> sealed = keep.sealed(
                document.text(),
                document.said().identifier(),
                document.sealed(),
                caller.viewer().name());
        if (sealed.isPresent()) {
            return Response.status(sealed.get().created() ? 201 : 200)
                    .entity(DraftViews.SealedView.of(sealed.get()))
                    .build();
        }
        KeepDrafts.Kept kept = keep.keep(document.text(), document.said())
                .orElseThrow(() -> Problems.of(
                        409, "Conflict", "Another document is stored as this revision of this identifier."));
        return Response.status(kept.created() ? 201 : 200)
                .entity(DraftViews.KeptView.of(kept))
                .build();
    }

    @GET
    public Response list(UriInfo uri) {
        Query query = Query.of(uri, PARAMETERS);
        @Nullable List<Stage> stages = query.terms("stage", Stage.class);
        @Nullable List<Body> bodies = query.terms("body", Body.class);
        @Nullable List<String> topics = query.texts("topic");
        @Nullable String q = query.text("q");
        Paging paging = query.paging(1);
        List<Draft> found = drafts.all().stream()
                .filter(draft -> draft.id().compareTo(paging.part(0, "")) > 0)
                .filter(draft -> {
                    Revision newest = DraftViews.newest(draft);
                    return (stages == null || stages.contains(newest.stage()))
                            && (bodies == null || bodies.contains(newest.body()))
                            && (topics == null || newest.topics().stream().anyMatch(topics::contains))
                            && (q == null || matches(draft, q.toLowerCase(Locale.ROOT)));
                })
                .limit(paging.limit() + 1L)
                .toList();
        Map<String, List<String>> about = leadsOf(found);
        List<DraftViews.DraftView> views = found.stream()
                .map(draft -> DraftViews.DraftView.of(draft, about.getOrDefault(draft.id(), List.of()), today.date()))
                .toList();
        return paging.page(views, DraftViews.DraftView::id, uri);
    }

    private static boolean matches(Draft draft, String q) {
        return draft.revisions().stream()
                .anyMatch(revision -> (revision.title() + " " + revision.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(q));
    }

    private Map<String, List<String>> leadsOf(List<Draft> of) {
        return leads.about(of.stream().map(Draft::id).toList()).stream()
                .filter(entry -> caller.viewer().sees(entry.office()))
                .collect(Collectors.groupingBy(
                        DraftResource::thing,
                        Collectors.mapping(entry -> entry.lead().id(), Collectors.toList())));
    }

    private static String thing(LeadEntry entry) {
        return entry.lead().about() == null ? "" : entry.lead().about().id();
    }

    @GET
    @Path("{id}")
    public DraftViews.DraftView one(@PathParam("id") String id) {
        Draft draft = draft(id);
        return DraftViews.DraftView.of(draft, leadsOf(List.of(draft)).getOrDefault(id, List.of()), today.date());
    }

    /** Removes a draft with all its revisions; its leads end. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.INGEST, Roles.ADMIN})
    @Operation(summary = "Removes a draft with all its revisions; its leads end")
    public Response remove(@PathParam("id") String id) {
        return removals.answer("draft", id, keep.remove(id));
    }

    @GET
    @Path("{id}/revisions/{revision}")
    public DraftViews.TextView text(@PathParam("id") String id, @PathParam("revision") String revision) {
        Drafts.Kept kept = drafts.text(id, revision).orElseThrow(() -> Problems.unknown("revision", revision));
        return new DraftViews.TextView(id, kept.revision().name(), kept.text());
    }

    @GET
    @Path("{id}/requirements")
    @Produces({MediaType.APPLICATION_JSON, Bulk.CSV})
    public Response requirements(
            @PathParam("id") String id, @QueryParam("revision") @Nullable String revision, @Context Request request) {
        List<DraftViews.RequirementView> requirements = revision(draft(id), revision, 0).requirements().stream()
                .map(DraftViews.RequirementView::of)
                .toList();
        return table(request)
                ? DraftCsv.answer("requirements.csv", DraftCsv.requirements(requirements))
                : Response.ok(requirements, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("{id}/changes")
    @Produces({MediaType.APPLICATION_JSON, Bulk.CSV})
    public Response changes(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context Request request) {
        Draft draft = draft(id);
        Revision older = revision(draft, from, 1);
        Revision newer = revision(draft, to, 0);
        DraftViews.ChangesView changes =
                DraftViews.ChangesView.of(older, newer, Changes.between(older.requirements(), newer.requirements()));
        return table(request)
                ? DraftCsv.answer("changes.csv", DraftCsv.changes(changes))
                : Response.ok(changes, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Of both, JSON is what a client gets that accepts anything. */
    private static boolean table(Request request) {
        Variant variant = request.selectVariant(DraftCsv.FORMATS);
        return variant != null && DraftCsv.TYPE.equals(variant.getMediaType());
    }

    private Draft draft(String id) {
        return drafts.find(id).orElseThrow(() -> Problems.unknown("draft", id));
    }

    /** The revision of that name or number, the newest of these; without one the newest of all or so many before it. */
    private static Revision revision(Draft draft, @Nullable String revision, int before) {
        List<Revision> all = draft.revisions();
        if (revision == null) {
            return all.get(Math.max(0, all.size() - 1 - before));
        }
        return all.stream()
                .filter(known -> revision.equals(known.revision()) || revision.equals(known.name()))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> {
                    Set<String> names = all.stream().map(Revision::name).collect(Collectors.toCollection(TreeSet::new));
                    return Problems.of(
                            404,
                            "Not found",
                            "The draft has no revision (%s). Maybe one of %s."
                                    .formatted(revision, String.join(", ", names)));
                });
    }
}
