package potato.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import potato.json.TermsModule;
import potato.model.Note;
import potato.model.Signal;
import potato.model.Speaker;
import potato.relations.Relationships;

/** JSON as the contract has it: enums in kebab-case, dates in ISO 8601. */
@Singleton
public class Jackson implements ObjectMapperCustomizer {
    /** What a signal or a note does not have it does not show. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}

    /** A word of Java cannot name what is {@code for} on the wire. */
    private interface ForAndAgainst {
        @JsonProperty("for")
        double inFavour();
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new TermsModule());
        mapper.addMixIn(Signal.class, WithoutNulls.class);
        mapper.addMixIn(Note.class, WithoutNulls.class);
        mapper.addMixIn(Speaker.class, WithoutNulls.class);
        mapper.addMixIn(Relationships.Decision.class, ForAndAgainst.class);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
