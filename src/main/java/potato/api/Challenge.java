package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** HTTP Basic that asks for a login with problem details, like every other refusal. */
@Alternative
@Priority(1)
@Singleton
public class Challenge implements HttpAuthenticationMechanism {
    private static final String BASIC = "Basic realm=\"Potato Digger\", charset=\"UTF-8\"";
    private static final int BEFORE_THE_EXTENSION = 1_000;

    private final BasicAuthenticationMechanism basic;
    private final ObjectMapper json;

    Challenge(BasicAuthenticationMechanism basic, ObjectMapper json) {
        this.basic = basic;
        this.json = json;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Uni<SecurityIdentity> identity = basic.authenticate(request, identities);
        // Who looked at the login asks for another one; Basic itself would do so without a realm.
        request.put(HttpAuthenticationMechanism.class.getName(), this);
        return identity;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return basic.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return basic.getCredentialTransport(request);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, BASIC));
    }

    /** Asks who sent no login. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        try {
            request.response()
                    .setStatusCode(401)
                    .putHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC)
                    .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                    .end(json.writeValueAsString(problem("This needs a login.")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem can be written.", impossible);
        }
        return Uni.createFrom().item(true);
    }

    /** Asks whose login is wrong, without saying whether the name or the password is. */
    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = BEFORE_THE_EXTENSION)
    public Response refused(Exception refused) {
        String detail = refused instanceof UnauthorizedException
                ? "This needs a login."
                : "There is no account of this name and password.";
        return Response.status(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, BASIC)
                .type(HttpProblem.MEDIA_TYPE)
                .entity(problem(detail))
                .build();
    }

    private static HttpProblem problem(String detail) {
        return HttpProblem.builder()
                .withType(ProblemDefaults.NO_TYPE)
                .withTitle("Login required")
                .withStatus(401)
                .withDetail(detail)
                .build();
    }
}
