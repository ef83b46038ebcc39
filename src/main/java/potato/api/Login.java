package potato.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import potato.store.Accounts;

/**
 * Checks name and password of HTTP Basic. A bcrypt check takes 50 ms and more on purpose, so a password that was right is
 * remembered for five minutes, as a salted hash that lives in this process alone.
 */
@ApplicationScoped
public class Login implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    static final String OFFICES = "potato.offices";

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    /** Checked when there is no such account, so that the time taken does not tell names. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody");

    private final Accounts accounts;
    private final boolean loopback;
    private final Cache<String, SecurityIdentity> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();
    private final byte[] salt = new byte[16];

    Login(Accounts accounts, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.accounts = accounts;
        this.loopback = loopback(host);
        new SecureRandom().nextBytes(salt);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String password = new String(request.getPassword().getPassword());
        String key = key(request.getUsername(), password);
        SecurityIdentity remembered = known.getIfPresent(key);
        if (remembered != null) {
            return Uni.createFrom().item(remembered);
        }
        return context.runBlocking(() -> {
            SecurityIdentity identity = check(request.getUsername(), password);
            known.put(key, identity);
            return identity;
        });
    }

    private SecurityIdentity check(String name, String password) {
        Optional<Accounts.Account> found = QuarkusTransaction.requiringNew()
                .call(() -> accounts.find(name))
                .filter(account -> loopback || !account.sample());
        if (!BcryptUtil.matches(password, found.map(Accounts.Account::password).orElse(NOBODY)) || found.isEmpty()) {
            throw new AuthenticationFailedException();
        }
        Accounts.Account account = found.get();
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(account.roles());
        if (account.offices() != null) {
            identity.addAttribute(OFFICES, account.offices());
        }
        return identity.build();
    }

    private String key(String name, String password) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(salt);
            hash.update(name.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
            return HexFormat.of().formatHex(hash.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
