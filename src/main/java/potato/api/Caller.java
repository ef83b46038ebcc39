package potato.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.dig.Viewer;

/** The account behind the present request. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who it is and what they may see. */
    Viewer viewer() {
        @Nullable List<String> offices = identity.getAttribute(Login.OFFICES);
        return new Viewer(identity.getPrincipal().getName(), offices);
    }
}
