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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import potato.dig.KeepReferences;
import potato.dig.ReferenceCheck;
import potato.ingest.Forms;
import potato.ingest.Line;
import potato.ingest.Lines;
import potato.ingest.References;
import potato.json.Fault;
import potato.model.Contact;
import potato.model.Installed;
import potato.model.LocalNetwork;
import potato.model.Order;
import potato.model.Tender;
import potato.store.InstalledBase;
import potato.store.Networks;
import potato.store.Orders;
import potato.store.Put;
import potato.store.Tenders;

/** Networks, contacts, equipment, orders and tenders: one by one and many at once. */
@Path("/api")
@RolesAllowed({Roles.INGEST, Roles.ADMIN})
public class ReferenceResource {
    static final Set<String> PARAMETERS = Set.of("office", "province", "operator", "limit", "cursor");

    private final KeepReferences references;
    private final Networks networks;
    private final InstalledBase installedBase;
    private final Orders orders;
    private final Tenders tenders;
    private final Caller caller;
    private final ReferenceCheck check;
    private final Lines lines;
    private final Removals removals;

    ReferenceResource(
            KeepReferences references,
            Networks networks,
            InstalledBase installedBase,
            Orders orders,
            Tenders tenders,
            Caller caller,
            ReferenceCheck check,
            Lines lines,
            Removals removals) {
        this.references = references;
        this.networks = networks;
        this.installedBase = installedBase;
        this.orders = orders;
        this.tenders = tenders;
        this.caller = caller;
        this.check = check;
        this.lines = lines;
        this.removals = removals;
    }

    @PUT
    @Path("networks/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Forms.NetworkForm.class)
    @APIResponseSchema(LocalNetwork.class)
    public Response network(@PathParam("id") String id, byte[] body) {
        return put(id, body, Forms.NetworkForm.class);
    }

    @PUT
    @Path("contacts/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Forms.ContactForm.class)
    @APIResponseSchema(Contact.class)
    public Response contact(@PathParam("id") String id, byte[] body) {
        return put(id, body, Forms.ContactForm.class);
    }

    @PUT
    @Path("orders/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Forms.OrderForm.class)
    @APIResponseSchema(Order.class)
    public Response order(@PathParam("id") String id, byte[] body) {
        return put(id, body, Forms.OrderForm.class);
    }

    @PUT
    @Path("tenders/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Forms.TenderForm.class)
    @APIResponseSchema(Tender.class)
    public Response tender(@PathParam("id") String id, byte[] body) {
        return put(id, body, Forms.TenderForm.class);
    }

    @DELETE
    @Path("contacts/{id}")
    public Response erase(@PathParam("id") String id) {
        return removals.answer("contact", id, references.erase(id));
    }

    /** Removes an order; its leads end. */
    @DELETE
    @Path("orders/{id}")
    @Operation(summary = "Removes an order; its leads end")
    public Response removeOrder(@PathParam("id") String id) {
        return removals.answer("order", id, references.removeOrder(id));
    }

    /** Removes a tender; its leads end. */
    @DELETE
    @Path("tenders/{id}")
    @Operation(summary = "Removes a tender; its leads end")
    public Response removeTender(@PathParam("id") String id) {
        return removals.answer("tender", id, references.removeTender(id));
    }

    @GET
    @Path("networks")
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
    public Response networks(UriInfo uri) {
        Query query = Query.of(uri, PARAMETERS);
        List<String> office = query.texts("office");
        List<String> province = query.texts("province");
        List<String> operator = query.texts("operator");
        Paging paging = query.paging(1);
        List<LocalNetwork> found = networks.list(office, province, operator, paging.part(0, ""), paging.limit() + 1);
        return paging.page(found, LocalNetwork::id, uri);
    }

    /** A local network. */
    @GET
    @Path("networks/{id}")
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
    public LocalNetwork oneNetwork(@PathParam("id") String id) {
        return networks.find(id).orElseThrow(() -> Problems.unknown("local network", id));
    }

    /** The equipment that runs at a network of an office that the reader sees. */
    @GET
    @Path("networks/{id}/installed-base")
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
    public List<Installed> installedBaseOf(@PathParam("id") String id) {
        return networks.find(id)
                .filter(there -> caller.viewer().sees(there.office()))
                .map(there -> installedBase.of(there.id()))
                .orElseThrow(() -> Problems.unknown("local network", id));
    }

    /** An order of a network of an office that the reader sees. */
    @GET
    @Path("orders/{id}")
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
    public Order oneOrder(@PathParam("id") String id) {
        return orders.find(id)
                .filter(order -> networks.find(order.network())
                        .filter(there -> caller.viewer().sees(there.office()))
                        .isPresent())
                .orElseThrow(() -> Problems.unknown("order", id));
    }

    /** A tender that concerns a network of an office that the reader sees. */
    @GET
    @Path("tenders/{id}")
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
    public Tender oneTender(@PathParam("id") String id) {
        return tenders.find(id).filter(this::seen).orElseThrow(() -> Problems.unknown("tender", id));
    }

    private boolean seen(Tender tender) {
        @Nullable List<String> offices = caller.viewer().offices();
        return offices == null
                || networks.list(offices, null, List.of(tender.operator()), "", Integer.MAX_VALUE).stream()
                        .anyMatch(tender::concerns);
    }

    /** The whole equipment of a network. */
    @PUT
    @Path("networks/{id}/installed-base")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Forms.InstalledForm[].class)
    @APIResponseSchema(Installed[].class)
    public Response installedBase(@PathParam("id") String id, byte[] body) {
        List<Forms.InstalledForm> forms = Problems.valid(lines.jsonList(
                Problems.text(body), Forms.InstalledForm.class, sameNetwork(id).and(check.begin())));
        List<Installed> installed =
                forms.stream().map(form -> references.canonical(form.as(id))).toList();
        @Nullable Put put = references.replace(id, installed);
        if (put == null) {
            throw Problems.unknown("local network", id);
        }
        return answer(put, installed);
    }

    @POST
    @Path("networks")
    @Consumes({Bulk.NDJSON, Bulk.CSV, Bulk.XLSX})
    @APIResponseSchema(Bulk.Outcome.class)
    public Response networks(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.NetworkForm.class);
    }

    @POST
    @Path("contacts")
    @Consumes({Bulk.NDJSON, Bulk.CSV, Bulk.XLSX})
    @APIResponseSchema(Bulk.Outcome.class)
    public Response contacts(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.ContactForm.class);
    }

    @POST
    @Path("installed-base")
    @Consumes({Bulk.NDJSON, Bulk.CSV, Bulk.XLSX})
    @APIResponseSchema(Bulk.Outcome.class)
    public Response installedBase(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.InstalledForm.class);
    }

    @POST
    @Path("orders")
    @Consumes({Bulk.NDJSON, Bulk.CSV, Bulk.XLSX})
    @APIResponseSchema(Bulk.Outcome.class)
    public Response orders(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.OrderForm.class);
    }

    @POST
    @Path("tenders")
    @Consumes({Bulk.NDJSON, Bulk.CSV, Bulk.XLSX})
    @APIResponseSchema(Bulk.Outcome.class)
    public Response tenders(HttpHeaders headers, InputStream body) {
        return bulk(headers, body, Forms.TenderForm.class);
    }

    private <T extends Record & Forms.Form> Response put(String id, byte[] body, Class<T> type) {
        T form = Problems.valid(
                lines.json(Problems.text(body), type, check.begin().and(sameId(id))));
        Object record = form.as(id);
        @Nullable Put put = references.keep(List.of(record)).get(0).put();
        if (put == null) {
            throw Problems.invalid("/network", check.unknownNetwork(network(form)));
        }
        references.settle();
        return answer(put, record);
    }

    private static Response answer(Put put, Object record) {
        return Response.status(put == Put.CREATED ? 201 : 200).entity(record).build();
    }

    private <T extends Record & Forms.Form> Response bulk(HttpHeaders headers, InputStream body, Class<T> type) {
        Bulk<T> bulk = new Bulk<>(this::keep);
        References named = type == Forms.InstalledForm.class
                ? said -> required("network", said.network())
                : said -> required("id", said.id());
        Bulk.Outcome outcome = bulk.run(
                lines, headers.getMediaType(), body, type, check.begin().and(named));
        references.settle();
        return Response.ok(outcome).build();
    }

    private <T extends Record & Forms.Form> void keep(Bulk<T> bulk) {
        List<Line<T>> batch = bulk.batch();
        List<KeepReferences.Kept> kept = references.keep(batch.stream()
                .map(line -> Problems.valid(line.read()))
                .map(form -> form.as(String.valueOf(form.id())))
                .toList());
        for (int i = 0; i < batch.size(); i++) {
            Put put = kept.get(i).put();
            if (put == null) {
                Line<T> line = batch.get(i);
                T form = Problems.valid(line.read());
                bulk.reject(line.number(), line.id(), "Unknown network", check.unknownNetwork(network(form)));
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

    /** What a body calls itself must be what its path does. */
    static References sameId(String path) {
        return said -> Stream.concat(
                        Forms.badId(path).stream(),
                        said.id() == null || said.id().equals(path)
                                ? Stream.of()
                                : Stream.of(new Fault(
                                        "/id", "(%s) is not the id of the path (%s).".formatted(said.id(), path))))
                .toList();
    }

    private static References sameNetwork(String path) {
        return said -> said.network() == null || said.network().equals(path)
                ? List.of()
                : List.of(new Fault(
                        "/network", "(%s) is not the network of the path (%s).".formatted(said.network(), path)));
    }

    private static List<Fault> required(String field, @Nullable String value) {
        return value == null ? List.of(new Fault("/" + field, "The field %s is missing.".formatted(field))) : List.of();
    }
}
