package potato.standards;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Declared;
import potato.model.Stage;

/** What the first page of a document says about it; what it does not say is null. */
record FrontPage(
        Body body,
        @Nullable String identifier,
        @Nullable String revision,
        @Nullable Stage stage,
        @Nullable String title,
        @Nullable LocalDate on,
        List<String> organisations,
        @Nullable String replaces,
        Declared declared) {

    /** A page that says nothing else. */
    FrontPage(
            Body body,
            @Nullable String identifier,
            @Nullable String revision,
            @Nullable Stage stage,
            @Nullable String title,
            @Nullable LocalDate on,
            List<String> organisations,
            @Nullable String replaces) {
        this(body, identifier, revision, stage, title, on, organisations, replaces, Declared.NOTHING);
    }

    FrontPage with(Declared more) {
        return new FrontPage(body, identifier, revision, stage, title, on, organisations, replaces, more);
    }
}
