package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operator in one prefecture (本地网), e.g. {@code CT-绵阳}; it belongs to one office of ours. */
@Means("the network itself; there is always exactly one")
public record LocalNetwork(
        @Means(value = "its id", example = "id == \"CT-绵阳\"")
        String id,

        @Means(value = "the operator", example = "operator == \"CT\"")
        String operator,

        @Means(value = "the province", example = "province == \"四川\"")
        String province,

        @Means(value = "the prefecture", example = "prefecture == \"绵阳\"")
        String prefecture,

        @Means(value = "the office of ours", example = "office == \"sichuan\"")
        String office,

        @Means(value = "what it is called besides", example = "name != null") @Nullable
        String name,

        @Means(value = "the posts of its organisation that we know", example = "posts.size > 10")
        List<Post> posts) {

    public LocalNetwork {
        posts = List.copyOf(posts);
    }
}
