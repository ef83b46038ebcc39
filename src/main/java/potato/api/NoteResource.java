package potato.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import potato.dig.DigNetwork;
import potato.dig.KeepNotes;
import potato.dig.NoteReading;
import potato.dig.ReferenceCheck;
import potato.ingest.Forms.NoteForm;
import potato.ingest.Line;
import potato.ingest.Lines;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.store.Notes;

/** Contact notes: kept, read, corrected, removed and listed. */
@Path("/api/notes")
@RolesAllowed({Roles.INGEST, Roles.ADMIN})
public class NoteResource {
    static final Set<String> PARAMETERS =
            Set.of("network", "office", "contact", "kind", "from", "to", "q", "limit", "cursor");

    private final KeepNotes keep;
    private final NoteReading reading;
    private final Notes notes;
    private final ReferenceCheck check;
    private final DigNetwork dig;
    private final Lines lines;
    private final Removals removals;
    private final Caller caller;

    NoteResource(
            KeepNotes keep,
            NoteReading reading,
            Notes notes,
            ReferenceCheck check,
            DigNetwork dig,
            Lines lines,
            Removals removals,
            Caller caller) {
        this.keep = keep;
        this.reading = reading;
        this.notes = notes;
        this.check = check;
        this.dig = dig;
        this.lines = lines;
        this.removals = removals;
        this.caller = caller;
    }

    /** What a kept note led to: its signals, and the ids of the leads that it changed. */
    public record Answer(String id, List<Signal> signals, List<String> leads) {}

    /** What a text says. */
    public record Signals(List<Signal> signals) {}

    /** A note with its signals. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoteView(@JsonUnwrapped Note note, List<Signal> signals) {
        static NoteView of(ReadNote read) {
            return new NoteView(read.note(), read.signals());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(NoteForm.class)
    @APIResponseSchema(value = Answer.class, responseCode = "201")
    public Response add(byte[] body) {
        NoteForm form = Problems.valid(lines.json(Problems.text(body), NoteForm.class, check.begin()));
        KeepNotes.Kept kept =
                keep.keep(List.of(form.as(idOf(form))), caller.viewer().name()).get(0);
        Note note = kept.note();
        return switch (kept.fate()) {
            case ACCEPTED ->
                Response.status(201)
                        .entity(new Answer(note.id(), kept.signals(), dig.dig(note.network())))
                        .build();
            // Nothing of it is kept but that it was handed in.
            case SEALED ->
                Response.status(201)
                        .entity(new Answer(note.id(), List.of(), List.of()))
                        .build();
            case UNCHANGED, SEALED_BEFORE ->
                Response.ok(new Answer(note.id(), kept.signals(), List.of())).build();
            case CONFLICT -> throw conflict(note);
            case UNKNOWN_NETWORK -> throw unknownNetwork(note);
        };
    }

    @POST
    @APIResponseSchema(Bulk.Outcome.class)
    @Consumes({Bulk.NDJSON, Bulk.CSV, Bulk.XLSX})
    public Response addAll(HttpHeaders headers, InputStream body) {
        Set<String> changed = new TreeSet<>();
        String by = caller.viewer().name();
        Bulk<NoteForm> bulk = new Bulk<>(batch -> addBatch(batch, changed, by));
        Bulk.Outcome outcome = bulk.run(lines, headers.getMediaType(), body, NoteForm.class, check.begin());
        dig.digAll(changed);
        return Response.ok(outcome).build();
    }

    private void addBatch(Bulk<NoteForm> bulk, Set<String> changed, String by) {
        List<Line<NoteForm>> batch = bulk.batch();
        List<KeepNotes.Kept> kept = keep.keep(
                batch.stream()
                        .map(line -> Problems.valid(line.read()))
                        .map(form -> form.as(idOf(form)))
                        .toList(),
                by);
        for (int i = 0; i < kept.size(); i++) {
            Note note = kept.get(i).note();
            int line = batch.get(i).number();
            switch (kept.get(i).fate()) {
                case ACCEPTED -> {
                    bulk.accept();
                    changed.add(note.network());
                }
                case SEALED -> bulk.accept();
                case UNCHANGED, SEALED_BEFORE -> bulk.unchanged();
                case CONFLICT ->
                    bulk.reject(
                            line,
                            note.id(),
                            "Conflict",
                            "Another note with this id (%s) is stored.".formatted(note.id()));
                case UNKNOWN_NETWORK ->
                    bulk.reject(line, note.id(), "Unknown network", check.unknownNetwork(note.network()));
            }
        }
    }

    private static String idOf(NoteForm form) {
        return Objects.requireNonNullElseGet(form.id(), () -> "n-" + UUID.randomUUID());
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "text",
                                            properties =
                                                    @SchemaProperty(
                                                            name = "text",
                                                            type = SchemaType.STRING,
                                                            maxLength = 20_000))))
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.INGEST, Roles.ADMIN})
    public Signals read(byte[] body) {
        ReadForm form = Problems.valid(lines.json(Problems.text(body), ReadForm.class));
        return new Signals(reading.read(form.text()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(NoteForm.class)
    @APIResponseSchema(Answer.class)
    public Response correct(@PathParam("id") String id, byte[] body) {
        NoteForm form = Problems.valid(
                lines.json(Problems.text(body), NoteForm.class, check.begin().and(ReferenceResource.sameId(id))));
        Note note = form.as(id);
        KeepNotes.Correction correction =
                keep.correct(note, caller.viewer().name()).orElseThrow(() -> unknownNetwork(note));
        return Response.status(correction.created() ? 201 : 200)
                .entity(new Answer(id, correction.signals(), correction.leads()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        return removals.answer("note", id, keep.remove(id));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.INGEST, Roles.ADMIN})
    public NoteView one(@PathParam("id") String id) {
        boolean visible =
                notes.office(id).filter(office -> caller.viewer().sees(office)).isPresent();
        return notes.find(id)
                .filter(found -> visible)
                .map(NoteView::of)
                .orElseThrow(() -> Problems.unknown("note", id));
    }

    @GET
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.INGEST, Roles.ADMIN})
    public Response list(UriInfo uri) {
        Query query = Query.of(uri, PARAMETERS);
        Notes.Filter filter = new Notes.Filter(
                caller.viewer().offices(),
                query.texts("network"),
                query.texts("office"),
                query.texts("contact"),
                query.terms("kind", SignalKind.class),
                query.date("from"),
                query.date("to"),
                query.text("q"));
        Paging paging = query.paging(2);
        List<ReadNote> found = notes.list(filter, day(paging), paging.part(1), paging.limit() + 1);
        boolean more = found.size() > paging.limit();
        List<NoteView> items = new ArrayList<>();
        found.stream().limit(paging.limit()).map(NoteView::of).forEach(items::add);
        @Nullable Note last = more ? items.get(items.size() - 1).note() : null;
        String next = last == null ? null : Paging.cursor(last.on().toString(), last.id());
        return Paging.linked(Response.ok(new Paging.Page<>(items, next)), next, uri)
                .build();
    }

    private static @Nullable LocalDate day(Paging paging) {
        String day = paging.part(0);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException foreign) {
            throw paging.foreign();
        }
    }

    private RuntimeException unknownNetwork(Note note) {
        return Problems.invalid("/network", check.unknownNetwork(note.network()));
    }

    private static RuntimeException conflict(Note note) {
        return Problems.of(
                409,
                "Conflict",
                "Another note with this id (%s) is stored. Maybe correct it with PUT /api/notes/{id}."
                        .formatted(note.id()));
    }
}
