package potato.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;
import potato.model.Terms;

/** Shows enums in the API description as they are written on the wire, not as Java names them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WrittenTerms implements OASFilter {
    @Override
    public Schema filterSchema(Schema schema) {
        @Nullable List<Object> constants = schema.getEnumeration();
        if (constants != null) {
            schema.setEnumeration(constants.stream()
                    .map(constant -> Objects.requireNonNull((Object) Terms.of(String.valueOf(constant))))
                    .toList());
        }
        return schema;
    }
}
