package potato.api;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.dig.KeepReferences;
import potato.dig.NoteReading;
import potato.ingest.Forms;
import potato.ingest.Line;
import potato.ingest.Lines;
import potato.json.Fault;
import potato.model.Installed;
import potato.model.LocalNetwork;
import potato.model.Suggestion;
import potato.store.Networks;
import potato.store.Put;

/** Networks, contacts, equipment, orders and tenders: one by one and many at once. */
@Path("/api")
@RolesAllowed({Roles.INGEST, Roles.ADMIN})
public class ReferenceResource {
    private final KeepReferences references;
    private final Networks networks;
    private final NoteReading reading;
    private final Lines lines;

    ReferenceResource(KeepReferences references, Networks networks, NoteReading reading, Lines lines) {
        this.references = references;
        this.networks = networks;
        this.reading = reading;
        this.lines = lines;
    }

    @PUT
    @Path("networks/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response network(@PathParam("id") String id, String body) {
        return put(id, body, Forms.NetworkForm.class);
    }

    @PUT
    @Path("contacts/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response contact(@PathParam("id") String id, String body) {
        return put(id, body, Forms.ContactForm.class);
    }

    @PUT
    @Path("orders/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(@PathParam("id") String id, String body) {
        return put(id, body, Forms.OrderForm.class);
    }

    @PUT
    @Path("tenders/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tender(@PathParam("id") String id, String body) {
        return put(id, body, Forms.TenderForm.class);
    }

    @DELETE
    @Path("contacts/{id}")
    public Response erase(@PathParam("id") String id) {
        if (!references.erase(id)) {
            throw Problems.unknown("contact", id);
        }
        return Response.noContent().build();
    }

    @GET
    @Path("networks")
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
    public Response networks(UriInfo uri) {
        Query query = Query.of(uri, Set.of("office", "province", "operator", "limit", "cursor"));
        String office = query.text("office");
        String province = query.text("province");
        String operator = query.text("operator");
        Paging paging = query.paging(1);
        List<LocalNetwork> found = networks.list(office, province, operator, paging.part(0, ""), paging.limit() + 1);
        return paging.page(found, LocalNetwork::id, uri);
    }

    /** The whole equipment of a network. */
    @PUT
    @Path("networks/{id}/installed-base")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response installedBase(@PathParam("id") String id, String body) {
        List<Forms.InstalledForm> forms = Problems.valid(lines.jsonList(body, Forms.InstalledForm.class));
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            faults.addAll(unknownTopic("/" + i + "/topic", forms.get(i).topic()));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        List<Installed> installed = forms.stream().map(form -> form.as(id)).toList();
        @Nullable Put put = references.replace(id, installed);
        if (put == null) {
            throw Problems.unknown("local network", id);
        }
        return answer(put, installed);
    }

    @POST
    @Path("networks")
    @Consumes({Bulk.NDJSON, Bulk.CSV})
    public Response networks(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.NetworkForm.class);
    }

    @POST
    @Path("contacts")
    @Consumes({Bulk.NDJSON, Bulk.CSV})
    public Response contacts(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.ContactForm.class);
    }

    @POST
    @Path("installed-base")
    @Consumes({Bulk.NDJSON, Bulk.CSV})
    public Response installedBase(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.InstalledForm.class);
    }

    @POST
    @Path("orders")
    @Consumes({Bulk.NDJSON, Bulk.CSV})
    public Response orders(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.OrderForm.class);
    }

    @POST
    @Path("tenders")
    @Consumes({Bulk.NDJSON, Bulk.CSV})
    public Response tenders(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.TenderForm.class);
    }

    private <T extends Record & Forms.Form> Response put(String id, String body, Class<T> type) {
        T form = Problems.valid(lines.json(body, type));
        List<Fault> faults = new ArrayList<>(unknownTopic("/topic", topic(form)));
        if (form.id() != null && !form.id().equals(id)) {
            faults.add(new Fault("/id", "(%s) is not the id of the path (%s).".formatted(form.id(), id)));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        Object record = form.as(id);
        @Nullable Put put = references.keep(List.of(record)).get(0).put();
        if (put == null) {
            throw Problems.invalid(List.of(Problems.unknownNetwork("/network", network(form), networks.ids())));
        }
        references.settle();
        return answer(put, record);
    }

    private static Response answer(Put put, Object record) {
        return Response.status(put == Put.CREATED ? 201 : 200).entity(record).build();
    }

    private <T extends Record & Forms.Form> Response bulk(HttpHeaders headers, InputStream body, Class<T> type) {
        Bulk<T> bulk = new Bulk<>(this::keep);
        Bulk.Outcome outcome = bulk.run(lines, headers.getMediaType(), body, type);
        references.settle();
        return Response.ok(outcome).build();
    }

    private <T extends Record & Forms.Form> void keep(Bulk<T> bulk) {
        List<Line<T>> good = new ArrayList<>();
        for (Line<T> line : bulk.batch()) {
            T form = Problems.valid(line.read());
            List<Fault> faults = new ArrayList<>(unknownTopic("/topic", topic(form)));
            if (form.id() == null) {
                faults.add(new Fault("/id", "The id is missing."));
            }
            if (faults.isEmpty()) {
                good.add(line);
            } else {
                bulk.reject(
                        line.number(),
                        form.id(),
                        "Invalid record",
                        faults.get(0).detail());
            }
        }
        List<KeepReferences.Kept> kept = references.keep(good.stream()
                .map(line -> Problems.valid(line.read()))
                .map(form -> form.as(String.valueOf(form.id())))
                .toList());
        for (int i = 0; i < good.size(); i++) {
            T form = Problems.valid(good.get(i).read());
            Put put = kept.get(i).put();
            if (put == null) {
                bulk.reject(
                        good.get(i).number(),
                        form.id(),
                        "Unknown network",
                        Problems.unknownNetwork(network(form), networks.ids()));
            } else if (put == Put.UNCHANGED) {
                bulk.unchanged();
            } else {
                bulk.accept();
            }
        }
    }

    private static String network(Forms.Form form) {
        if (form instanceof Forms.ContactForm contact) {
            return contact.network();
        } else if (form instanceof Forms.OrderForm order) {
            return order.network();
        } else if (form instanceof Forms.TenderForm tender) {
            return String.valueOf(tender.network());
        }
        return String.valueOf(form.id());
    }

    private static @Nullable String topic(Forms.Form form) {
        if (form instanceof Forms.OrderForm order) {
            return order.topic();
        } else if (form instanceof Forms.TenderForm tender) {
            return tender.topic();
        }
        return form instanceof Forms.InstalledForm installed ? installed.topic() : null;
    }

    private List<Fault> unknownTopic(String pointer, @Nullable String topic) {
        if (topic == null || reading.topics().contains(topic)) {
            return List.of();
        }
        String hint = Suggestion.hint(topic, reading.topics());
        return List.of(new Fault(
                pointer,
                "(%s) is no topic. %s"
                        .formatted(topic, hint == null ? "Maybe add it to topics.txt of the vocabulary." : hint)));
    }
}
