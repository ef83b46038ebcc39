package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operator in one prefecture (本地网), e.g. {@code CT-绵阳}; it belongs to one office of ours. */
public record LocalNetwork(
        String id,
        String operator,
        String province,
        String prefecture,
        String office,
        @Nullable String name,
        List<Post> posts) {

    public LocalNetwork {
        posts = List.copyOf(posts);
    }
}
