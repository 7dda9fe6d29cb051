package dev.sentimentagent.server.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record of a request's body must hold: JSON leaves out what it likes. */
final class BodyCheck {
    private BodyCheck() {}

    /** @throws ApiException 422 if a component that may not be null is, or a value of a list or map */
    static void requireComplete(Object body) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = value(component, body);
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw ApiException.invalid(name + " is missing");
            }
            Collection<?> values = value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> list ? list : List.of();
            if (values.stream().anyMatch(Objects::isNull)) {
                throw ApiException.invalid(name + " must not hold null");
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Object body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
