package potato.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;
import potato.model.Terms;

/** Writes and reads every enum of the model in kebab-case; an unknown word is refused with the known ones and the nearest. */
public final class TermsModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    public TermsModule() {
        super("terms");
        addSerializer(new TermSerializer());
        addKeySerializer(Enum.class, new TermKeySerializer());
        setDeserializerModifier(new TermDeserializers());
    }

    private static final class TermSerializer extends StdSerializer<Enum<?>> {
        private static final long serialVersionUID = 1;

        TermSerializer() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Terms.of(value));
        }
    }

    @SuppressWarnings("rawtypes") // The key type of a map of enums is only known raw.
    private static final class TermKeySerializer extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1;

        TermKeySerializer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(Terms.of(value));
        }
    }

    private static final class TermDeserializers extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> usual) {
            return type.getRawClass().getName().startsWith("potato.")
                    ? new TermDeserializer(type.getRawClass())
                    : usual;
        }
    }

    private static final class TermDeserializer extends StdDeserializer<Enum<?>> {
        private static final long serialVersionUID = 1;

        TermDeserializer(Class<?> type) {
            super(type);
        }

        @Override
        public @Nullable Enum<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String written = json.getValueAsString("").strip();
            if (written.isEmpty()) {
                return null;
            }
            List<Enum<?>> constants = Arrays.stream(handledType().getEnumConstants())
                    .<Enum<?>>map(it -> (Enum<?>) it)
                    .toList();
            for (Enum<?> constant : constants) {
                if (Terms.of(constant).equals(written)) {
                    return constant;
                }
            }
            List<String> known = constants.stream().map(Terms::of).toList();
            String hint = Suggestion.hint(written, known);
            throw InvalidFormatException.from(
                    json,
                    "(%s) is none of %s.".formatted(written, known.stream().collect(Collectors.joining(", ")))
                            + (hint == null ? "" : " " + hint),
                    written,
                    handledType());
        }
    }
}
