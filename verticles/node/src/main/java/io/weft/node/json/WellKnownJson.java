package io.weft.node.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.NullValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of Google's well-known types: scalars, times, free JSON. */
final class WellKnownJson {
  private static final Pattern SECONDS = Pattern.compile("(-?)(\\d{1,12})(?:\\.(\\d{1,9}))?s");

  private final JsonReader reader;

  WellKnownJson(JsonReader reader) {
    this.reader = reader;
  }

  DynamicMessage read(Descriptor type, @Nullable Object value, String path) {
    if (Spelling.wrapped(type)) {
      FieldDescriptor field = type.getFields().get(0);
      Object content = reader.single(field, value, path);
      return DynamicMessage.newBuilder(type).setField(field, content).build();
    }
    DynamicMessage message =
        switch (type.getName()) {
          case "Empty" -> empty(type, value);
          case "Timestamp" -> timestamp(type, value);
          case "Duration" -> duration(type, value);
          case "Struct" -> value instanceof JsonObject object ? struct(type, object, path) : null;
          case "ListValue" -> value instanceof JsonArray array ? list(type, array, path) : null;
          case "Value" -> any(type, value, path);
          default -> null;
        };
    if (message == null) {
      throw JsonReader.wrong(path, Spelling.type(type), value);
    }
    return message;
  }

  private static @Nullable DynamicMessage empty(Descriptor type, @Nullable Object value) {
    boolean nothing = value == null || (value instanceof JsonObject object && object.isEmpty());
    return nothing ? DynamicMessage.getDefaultInstance(type) : null;
  }

  private static @Nullable DynamicMessage timestamp(Descriptor type, @Nullable Object value) {
    if (!(value instanceof String text)) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return time(type, instant.getEpochSecond(), instant.getNano());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable DynamicMessage duration(Descriptor type, @Nullable Object value) {
    if (!(value instanceof String text)) {
      return null;
    }
    Matcher matcher = SECONDS.matcher(text);
    if (!matcher.matches()) {
      try {
        Duration duration = Duration.parse(text);
        boolean borrow = duration.isNegative() && duration.getNano() > 0;
        return time(
            type,
            duration.getSeconds() + (borrow ? 1 : 0),
            duration.getNano() - (borrow ? 1_000_000_000 : 0));
      } catch (DateTimeException e) {
        return null;
      }
    }
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    int sign = matcher.group(1).isEmpty() ? 1 : -1;
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return time(type, sign * Long.parseLong(matcher.group(2)), sign * nanos);
  }

  private static DynamicMessage time(Descriptor type, long seconds, int nanos) {
    return DynamicMessage.newBuilder(type)
        .setField(type.findFieldByName("seconds"), seconds)
        .setField(type.findFieldByName("nanos"), nanos)
        .build();
  }

  private DynamicMessage struct(Descriptor type, JsonObject object, String path) {
    FieldDescriptor fields = type.findFieldByName("fields");
    Descriptor entry = fields.getMessageType();
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    for (Map.Entry<String, Object> member : object) {
      FieldDescriptor content = entry.findFieldByName("value");
      String place = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      builder.addRepeatedField(
          fields,
          DynamicMessage.newBuilder(entry)
              .setField(entry.findFieldByName("key"), member.getKey())
              .setField(content, reader.message(content.getMessageType(), member.getValue(), place))
              .build());
    }
    return builder.build();
  }

  private DynamicMessage list(Descriptor type, JsonArray array, String path) {
    FieldDescriptor values = type.findFieldByName("values");
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    for (int i = 0; i < array.size(); i++) {
      builder.addRepeatedField(
          values, reader.message(values.getMessageType(), array.getValue(i), path + "[" + i + "]"));
    }
    return builder.build();
  }

  private DynamicMessage any(Descriptor type, @Nullable Object value, String path) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    if (value == null) {
      builder.setField(
          type.findFieldByName("null_value"),
          type.findFieldByName("null_value")
              .getEnumType()
              .findValueByNumber(NullValue.NULL_VALUE_VALUE));
    } else if (value instanceof Number number) {
      builder.setField(type.findFieldByName("number_value"), number.doubleValue());
    } else if (value instanceof Boolean) {
      builder.setField(type.findFieldByName("bool_value"), value);
    } else if (value instanceof JsonObject object) {
      FieldDescriptor field = type.findFieldByName("struct_value");
      builder.setField(field, reader.message(field.getMessageType(), object, path));
    } else if (value instanceof JsonArray array) {
      FieldDescriptor field = type.findFieldByName("list_value");
      builder.setField(field, reader.message(field.getMessageType(), array, path));
    } else {
      builder.setField(type.findFieldByName("string_value"), value.toString());
    }
    return builder.build();
  }
}
