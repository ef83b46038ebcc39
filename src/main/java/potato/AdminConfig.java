package potato;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The account that can do everything. */
@ConfigMapping(prefix = "potato.admin")
interface AdminConfig {
    /** Its password at the first start ({@code POTATO_ADMIN_PASSWORD}); unset: a random one, printed once. */
    Optional<String> password();
}
