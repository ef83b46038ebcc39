package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may use the service. */
@ApplicationScoped
public class Accounts {

    /**
     * One account.
     *
     * @param password its bcrypt hash
     * @param roles of {@code office analyst dashboard ingest admin}
     * @param offices the only offices that it sees, null for all
     * @param sample came with the samples: works only while the service listens on loopback
     */
    public record Account(
            String name,
            String password,
            Set<String> roles,
            @Nullable List<String> offices,
            boolean sample) {
        public Account {
            roles = Set.copyOf(roles);
        }
    }

    /** The account of that name. */
    public Optional<Account> find(String name) {
        return AccountRow.<AccountRow>findByIdOptional(name).map(Accounts::account);
    }

    /** Adds an account, or leaves the one of that name as it is. */
    public boolean add(Account account) {
        if (AccountRow.findById(account.name()) != null) {
            return false;
        }
        AccountRow row = new AccountRow();
        row.name = account.name();
        row.password = account.password();
        row.roles = Written.words(account.roles());
        row.offices = account.offices() == null ? null : Written.words(account.offices());
        row.sample = account.sample();
        row.persist();
        return true;
    }

    private static Account account(AccountRow row) {
        return new Account(
                row.name,
                row.password,
                Written.words(row.roles).collect(Collectors.toSet()),
                row.offices == null ? null : Written.words(row.offices).toList(),
                row.sample);
    }
}
