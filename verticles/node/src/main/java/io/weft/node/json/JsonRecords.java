package io.weft.node.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows records as JSON, so that a counter that the mesh adds is seen here without more code. */
public final class JsonRecords {
  private JsonRecords() {}

  /**
   * Shows a record.
   *
   * @param value a public record; its components are shown by name, records in it as objects
   * @return a fresh object
   */
  public static JsonObject of(Record value) {
    JsonObject json = new JsonObject();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        json.put(component.getName(), value(component.getAccessor().invoke(value)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException("record " + value.getClass() + " (expected: public)", e);
      }
    }
    return json;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Record nested) {
      return of(nested);
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject json = new JsonObject();
      map.forEach((key, item) -> json.put(String.valueOf(key), value(item)));
      return json;
    }
    if (value instanceof Collection<?> items) {
      JsonArray json = new JsonArray();
      items.forEach(item -> json.add(value(item)));
      return json;
    }
    if (value instanceof Duration duration) {
      return duration.toMillis();
    }
    boolean plain = value instanceof Number || value instanceof Boolean || value instanceof String;
    return value == null || plain ? value : value.toString();
  }
}
