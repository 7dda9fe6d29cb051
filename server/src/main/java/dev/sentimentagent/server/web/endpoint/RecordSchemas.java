package dev.sentimentagent.server.web.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/** JSON schemas of the records that bodies are written from, each under its name. Not thread-safe. */
final class RecordSchemas {
    private static final Names NAMES = new Names();
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer")),
            Map.entry(Integer.class, Map.of("type", "integer")),
            Map.entry(long.class, Map.of("type", "integer")),
            Map.entry(Long.class, Map.of("type", "integer")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")));

    private final Map<String, Object> schemas = new TreeMap<>();
    private final boolean always;

    private RecordSchemas(boolean always) {
        this.always = always;
    }

    /** Of answers: every property but those that {@link JsonInclude} leaves out is always there, a value that is not known is null. */
    static RecordSchemas ofAnswers() {
        return new RecordSchemas(true);
    }

    /** Of bodies that are read: a property that may be null may be left out. */
    static RecordSchemas ofRequests() {
        return new RecordSchemas(false);
    }

    /** All that were asked for, and those that they refer to, by name. */
    Map<String, Object> all() {
        return schemas;
    }

    /** A reference to the schema of a record. */
    Map<String, Object> of(Class<?> type) {
        String name = type.getSimpleName().replaceFirst("Body$", "");
        if (!schemas.containsKey(name)) {
            // First, for a record that holds itself.
            schemas.put(name, Map.of());
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            addProperties(type, properties, required);
            schemas.put(name, Map.of("type", "object", "properties", properties, "required", required));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private void addProperties(Class<?> type, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addProperties(component.getType(), properties, required);
            } else {
                properties.put(name(component), schema(component.getAnnotatedType()));
                boolean mayBeLeftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class)
                        || ((!always || type.isAnnotationPresent(JsonInclude.class))
                                && component.getAnnotatedType().isAnnotationPresent(Nullable.class));
                if (!mayBeLeftOut) {
                    required.add(name(component));
                }
            }
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? NAMES.of(component.getName()) : given.value();
    }

    /** The strategy that the bodies are written with. */
    private static final class Names extends SnakeCaseStrategy {
        String of(String component) {
            return translate(component);
        }
    }

    private Map<String, Object> schema(AnnotatedType annotated) {
        Map<String, Object> schema = schema(annotated, annotated.getType());
        return annotated.isAnnotationPresent(Nullable.class) ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema;
    }

    private Map<String, Object> schema(AnnotatedType annotated, Type type) {
        if (annotated instanceof AnnotatedParameterizedType parameterized && type instanceof ParameterizedType generic) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return Map.of("type", "array", "items", schema(arguments[0]));
            }
            if (generic.getRawType() == Map.class) {
                return Map.of("type", "object", "additionalProperties", schema(arguments[1]));
            }
        }
        if (type instanceof Class<?> simple && SIMPLE.containsKey(simple)) {
            return SIMPLE.get(simple);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return of(record);
        }
        throw new IllegalArgumentException("no schema for " + type);
    }
}
