package potato.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.dig.LeadWriting;
import potato.dig.RankLeads;
import potato.dig.Viewer;
import potato.model.LeadChange;
import potato.model.Terms;
import potato.store.LeadFilter;
import potato.store.Leads;

/**
 * Changes of leads as server-sent events, one for each lead that appears, moves or ends. A change comes with the lead as that
 * change left it: of several changes that a reader has not heard of yet, only the newest of each lead is told.
 */
@Path("/feed/leads/stream")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.ADMIN})
public class StreamResource {
    private static final Logger LOG = Logger.getLogger(StreamResource.class);
    private static final int BATCH = 200;
    /** A whole number that fits, neither signed nor in the digits of another script. */
    private static final Pattern EVENT_ID = Pattern.compile("[0-9]{1,18}");
    /** Keeps proxies from closing the connection, and shows when a client is gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Leads leads;
    private final RankLeads ranking;
    private final LeadWriting writing;
    private final Caller caller;

    StreamResource(Leads leads, RankLeads ranking, LeadWriting writing, Caller caller) {
        this.leads = leads;
        this.ranking = ranking;
        this.writing = writing;
        this.caller = caller;
    }

    /** What happened to a lead, and the lead behind that. */
    public record Event(LeadChange change, LeadView lead) {}

    @Operation(
            summary = "Changes of leads as server-sent events",
            description =
                    "Takes the filters of /api/leads. One event for each lead that appears, moves, changes, ends, returns or gets another"
                            + " status, with the change and the lead as it left it; its rank is the lead's place in the reader's default"
                            + " list. Of several changes that a reader has not heard of, only the newest of each lead is told, so that no"
                            + " lead comes twice with the same content. Last-Event-ID resumes behind that event; a number that was never"
                            + " given out begins with what comes from now on, anything else than a whole number is 400.")
    // The first event to send is looked up in the database.
    @Blocking
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(
            UriInfo uri, @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        Viewer viewer = caller.viewer();
        LeadFilter filter = LeadQuery.of(uri, viewer, ranking).filter().whateverStatus();
        long newest = leads.newest();
        // A number that was not given out yet is of a database that is gone: what is new here is new to that reader.
        long behind = lastEventId == null || lastEventId.isBlank() ? newest : Math.min(newest, number(lastEventId));
        Multi<OutboundSseEvent> changes =
                Multi.createFrom().emitter(emitter -> new Pump(emitter, viewer, filter, behind, sse).start());
        Multi<OutboundSseEvent> heartbeat = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(changes, heartbeat);
    }

    private static long number(String lastEventId) {
        String digits = lastEventId.strip();
        if (!EVENT_ID.matcher(digits).matches()) {
            throw Problems.invalid(
                    "/Last-Event-ID",
                    "(%s) is no id of an event of this stream. Maybe leave it out to hear what comes from now on."
                            .formatted(lastEventId));
        }
        return Long.parseLong(digits);
    }

    /** Sends one client what it has not seen, whenever something was written; one round at a time. */
    private final class Pump {
        private final MultiEmitter<? super OutboundSseEvent> client;
        private final Viewer viewer;
        private final LeadFilter filter;
        private final Sse sse;
        private final AtomicInteger calls = new AtomicInteger();
        private long behind;

        Pump(MultiEmitter<? super OutboundSseEvent> client, Viewer viewer, LeadFilter filter, long behind, Sse sse) {
            this.client = client;
            this.viewer = viewer;
            this.filter = filter;
            this.behind = behind;
            this.sse = sse;
        }

        void start() {
            Runnable unwatch = writing.watch(this::call);
            client.onTermination(unwatch);
            call();
        }

        /** Calls that come while a round runs lead to one more round, so that none is lost. */
        private void call() {
            if (calls.getAndIncrement() == 0) {
                Infrastructure.getDefaultWorkerPool().execute(this::rounds);
            }
        }

        private void rounds() {
            int seen;
            do {
                seen = calls.get();
                try {
                    send();
                } catch (RuntimeException failed) {
                    LOG.error("A stream broke off.", failed);
                    client.fail(failed);
                    return;
                }
            } while (!calls.compareAndSet(seen, 0));
        }

        private void send() {
            List<LeadChange> changes;
            do {
                changes = QuarkusTransaction.requiringNew().call(() -> leads.changes(behind, BATCH));
                for (LeadChange change : changes) {
                    behind = change.seq();
                    ranking.find(change, viewer)
                            .filter(ranked -> filter.matches(ranked.entry()))
                            .ifPresent(ranked -> client.emit(sse.newEventBuilder()
                                    .id(Long.toString(change.seq()))
                                    .name(Terms.of(change.what()))
                                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                    .data(new Event(change, LeadView.of(ranked)))
                                    .build()));
                }
            } while (changes.size() == BATCH && !client.isCancelled());
        }
    }
}
