package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sentimentagent.model.Reason;
import java.io.IOException;

/** Values of the model as JSON. Times are texts, whole and exact; a reason that this version does not know is read as {@link Reason#OTHER}. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new ReasonLabel()).addDeserializer(Reason.class, new ReasonOfLabel()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            // What a newer version writes beside the rest.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    static <T> T to(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static final class ReasonLabel extends StdSerializer<Reason> {
        ReasonLabel() {
            super(Reason.class);
        }

        @Override
        public void serialize(Reason reason, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(reason.label());
        }
    }

    private static final class ReasonOfLabel extends StdDeserializer<Reason> {
        ReasonOfLabel() {
            super(Reason.class);
        }

        @Override
        public Reason deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Reason.ofLabel(json.getValueAsString());
        }
    }
}
