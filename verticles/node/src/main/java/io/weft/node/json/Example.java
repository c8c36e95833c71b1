package io.weft.node.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows people what a message looks like. */
public final class Example {
  private static final int MAX_DEPTH = 5;

  private Example() {}

  /**
   * A message in JSON that {@link JsonReader} accepts.
   *
   * @param type the message's type
   * @param unwrap whether JSON stands for the message's only field
   * @return the JSON; deep nesting is cut off
   */
  public static @Nullable Object of(Descriptor type, boolean unwrap) {
    return unwrap ? field(type.getFields().get(0), 0) : message(type, 0);
  }

  /**
   * What a field takes, for people.
   *
   * @param field the field
   * @return {@code int}, {@code list of AddRequest}, {@code one of LOW, HIGH}
   */
  public static String type(FieldDescriptor field) {
    boolean optional = field.hasPresence() && field.toProto().getProto3Optional();
    return Spelling.type(field) + (optional ? ", optional" : "");
  }

  /**
   * What a message is, for people.
   *
   * @param message the message's type
   * @return {@code AddRequest}, {@code double}, {@code nothing}
   */
  public static String type(Descriptor message) {
    return Spelling.type(message);
  }

  /**
   * The fields of a message with their types, for people.
   *
   * @param type the message's type
   * @return {@code {a: double, b: double}}
   */
  public static String shape(Descriptor type) {
    return type.getFields().stream()
        .map(field -> field.getJsonName() + ": " + type(field))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static @Nullable Object field(FieldDescriptor field, int depth) {
    if (field.isMapField()) {
      FieldDescriptor key = field.getMessageType().getFields().get(0);
      String name =
          switch (key.getJavaType()) {
            case STRING -> "key";
            case BOOLEAN -> "true";
            default -> "1";
          };
      return new JsonObject().put(name, single(field.getMessageType().getFields().get(1), depth));
    }
    Object value = single(field, depth);
    return field.isRepeated() ? new JsonArray().add(value) : value;
  }

  private static @Nullable Object single(FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case INT, LONG -> 1;
      case FLOAT, DOUBLE -> 1.5;
      case BOOLEAN -> true;
      case STRING -> "text";
      case BYTE_STRING -> "AQID";
      case ENUM -> {
        var values = field.getEnumType().getValues();
        yield Spelling.constant(values.get(values.size() > 1 ? 1 : 0));
      }
      case MESSAGE -> message(field.getMessageType(), depth + 1);
    };
  }

  private static @Nullable Object message(Descriptor type, int depth) {
    if (type.getFullName().startsWith("google.protobuf.")) {
      return switch (type.getName()) {
        case "Empty" -> new JsonObject();
        case "Timestamp" -> "2026-01-31T12:00:00Z";
        case "Duration" -> "1.5s";
        case "Struct" -> new JsonObject().put("key", "value");
        case "ListValue" -> new JsonArray().add("value");
        case "Value" -> "value";
        default -> single(type.getFields().get(0), depth);
      };
    }
    JsonObject object = new JsonObject();
    for (FieldDescriptor field : type.getFields()) {
      boolean first =
          field.getContainingOneof() == null || field.getContainingOneof().getField(0) == field;
      if (depth < MAX_DEPTH && first) {
        object.put(field.getJsonName(), field(field, depth));
      }
    }
    return object;
  }
}
