package io.weft.node.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.node.refusal.Refusal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a message into JSON. Names are spelled as in Java, 64-bit numbers stay numbers, fields with
 * default values are shown, absent optional ones are not.
 */
public final class JsonWriter {
  private static final double EXACT = 1L << 53;

  private JsonWriter() {}

  /**
   * Reads a message's bytes into JSON.
   *
   * @param type the message's type
   * @param bytes the message
   * @param unwrap whether the message's only field is shown in its place
   * @return {@code JsonObject}, {@code JsonArray}, {@code String}, {@code Number}, {@code Boolean}
   *     or null
   */
  public static @Nullable Object write(Descriptor type, byte[] bytes, boolean unwrap) {
    try {
      DynamicMessage message = DynamicMessage.parseFrom(type, bytes);
      if (unwrap) {
        FieldDescriptor field = type.getFields().get(0);
        return absent(message, field) ? null : field(message, field);
      }
      return message(message);
    } catch (InvalidProtocolBufferException e) {
      throw Refusal.failure("damaged " + type.getFullName() + " received: " + e.getMessage());
    }
  }

  private static @Nullable Object message(Message message) {
    Descriptor type = message.getDescriptorForType();
    if (type.getFullName().startsWith("google.protobuf.")) {
      return wellKnown(message, type);
    }
    JsonObject object = new JsonObject();
    for (FieldDescriptor field : type.getFields()) {
      if (!absent(message, field)) {
        object.put(field.getJsonName(), field(message, field));
      }
    }
    return object;
  }

  private static boolean absent(Message message, FieldDescriptor field) {
    return field.hasPresence() && !message.hasField(field);
  }

  private static @Nullable Object field(Message message, FieldDescriptor field) {
    if (!field.isRepeated()) {
      return single(field, message.getField(field));
    }
    List<?> items = (List<?>) message.getField(field);
    if (field.isMapField()) {
      List<FieldDescriptor> pair = field.getMessageType().getFields();
      JsonObject object = new JsonObject();
      for (Object item : items) {
        Message entry = (Message) item;
        object.put(
            entry.getField(pair.get(0)).toString(),
            single(pair.get(1), entry.getField(pair.get(1))));
      }
      return object;
    }
    JsonArray array = new JsonArray();
    for (Object item : items) {
      array.add(single(field, item));
    }
    return array;
  }

  private static @Nullable Object single(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case INT ->
          field.getType() == FieldDescriptor.Type.UINT32
              ? (Object) Integer.toUnsignedLong((Integer) value)
              : value;
      case DOUBLE -> Double.isFinite((Double) value) ? value : value.toString();
      case FLOAT -> Float.isFinite((Float) value) ? value : value.toString();
      case BYTE_STRING -> Base64.getEncoder().encodeToString(((ByteString) value).toByteArray());
      case ENUM -> Spelling.constant((EnumValueDescriptor) value);
      case MESSAGE -> message((Message) value);
      default -> value;
    };
  }

  private static @Nullable Object wellKnown(Message message, Descriptor type) {
    if (Spelling.wrapped(type)) {
      return field(message, type.getFields().get(0));
    }
    return switch (type.getName()) {
      case "Empty" -> null;
      case "Timestamp" ->
          Instant.ofEpochSecond(seconds(message, type), nanos(message, type)).toString();
      case "Duration" -> duration(seconds(message, type), nanos(message, type));
      case "Struct", "ListValue" -> field(message, type.getFields().get(0));
      case "Value" -> any(message, type.getOneofs().get(0));
      default -> message.toString();
    };
  }

  private static long seconds(Message message, Descriptor type) {
    return (Long) message.getField(type.findFieldByName("seconds"));
  }

  private static int nanos(Message message, Descriptor type) {
    return (Integer) message.getField(type.findFieldByName("nanos"));
  }

  private static String duration(long seconds, int nanos) {
    String sign = seconds < 0 || nanos < 0 ? "-" : "";
    String fraction = "%09d".formatted(Math.abs(nanos)).replaceAll("0+$", "");
    return sign + Math.abs(seconds) + (fraction.isEmpty() ? "" : "." + fraction) + "s";
  }

  /** Free JSON knows only one kind of number: whole ones are shown as such. */
  private static @Nullable Object any(Message message, OneofDescriptor kinds) {
    FieldDescriptor field = message.getOneofFieldDescriptor(kinds);
    if (field == null || field.getName().equals("null_value")) {
      return null;
    }
    Object value = single(field, message.getField(field));
    if (value instanceof Double number
        && number == Math.rint(number)
        && Math.abs(number) <= EXACT) {
      return number.longValue();
    }
    return value;
  }
}
