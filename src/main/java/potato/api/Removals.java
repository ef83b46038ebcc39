package potato.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** Answers to DELETE, and the log of who removed what: what is removed is not kept anywhere else. */
@ApplicationScoped
class Removals {
    private static final Logger LOG = Logger.getLogger("potato.audit");

    private final Caller caller;

    Removals(Caller caller) {
        this.caller = caller;
    }

    /** 204 for what was removed, 404 for what was not there. */
    Response answer(String what, String id, boolean removed) {
        if (!removed) {
            throw Problems.unknown(what, id);
        }
        LOG.infof("%s removed the %s (%s).", caller.viewer().name(), what, id.replaceAll("\\p{Cntrl}", "?"));
        return Response.noContent().build();
    }
}
