package io.weft.node.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON into a message and checks it on the way, so that people read which field is wrong and
 * what it takes. Field names and enum constants may be in Java or proto spelling.
 */
public final class JsonReader {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_SHOWN = 60;
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: [^\\[\\]]*; line: (\\d+), column: (\\d+)]");

  private final WellKnownJson wellKnown = new WellKnownJson(this);
  private int depth;

  /**
   * Reads JSON text.
   *
   * @param text one JSON value
   * @return {@code JsonObject}, {@code JsonArray}, {@code String}, {@code Number}, {@code Boolean}
   *     or null
   */
  public static @Nullable Object parse(String text) {
    try {
      return Json.decodeValue(text);
    } catch (DecodeException e) {
      throw Refusal.usage("not JSON: " + shorten(text.strip()) + " (" + reason(e) + ")");
    }
  }

  /** The parser's words, without its own settings: "[Source: …; line: 1, column: 2]". */
  private static String reason(DecodeException failure) {
    String all = String.valueOf(failure.getMessage()).replace("Failed to decode:", "");
    return SOURCE.matcher(all).replaceAll("line $1, column $2").replaceAll("\\s+", " ").strip();
  }

  /**
   * Makes the message.
   *
   * @param type the message's type
   * @param value parsed JSON
   * @param unwrap whether the JSON stands for the message's only field
   * @return the message
   * @throws Refusal naming the field when the JSON does not fit
   */
  public static DynamicMessage read(Descriptor type, @Nullable Object value, boolean unwrap) {
    JsonReader reader = new JsonReader();
    if (!unwrap) {
      return reader.message(type, value, "");
    }
    FieldDescriptor field = type.getFields().get(0);
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    reader.set(builder, field, value, "");
    return builder.build();
  }

  DynamicMessage message(Descriptor type, @Nullable Object value, String path) {
    if (++depth > MAX_DEPTH) {
      throw Refusal.usage("nested deeper than " + MAX_DEPTH + " levels" + at(path));
    }
    try {
      if (type.getFullName().startsWith("google.protobuf.")) {
        return wellKnown.read(type, value, path);
      }
      if (!(value instanceof JsonObject object)) {
        throw wrong(path, "an object " + Example.shape(type), value);
      }
      DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
      for (Map.Entry<String, Object> entry : object) {
        FieldDescriptor field = Spelling.field(type, entry.getKey());
        if (field == null) {
          throw unknown(type, entry.getKey(), path);
        }
        if (field.getContainingOneof() != null
            && builder.hasOneof(field.getContainingOneof())
            && entry.getValue() != null) {
          throw Refusal.usage(
              "more than one of " + oneOf(field) + at(path) + "; expected: exactly one");
        }
        set(builder, field, entry.getValue(), join(path, entry.getKey()));
      }
      return builder.build();
    } finally {
      depth--;
    }
  }

  private void set(
      DynamicMessage.Builder builder, FieldDescriptor field, @Nullable Object value, String path) {
    if (value == null) {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
          && !field.isRepeated()
          && field.getMessageType().getFullName().equals("google.protobuf.Value")) {
        builder.setField(field, message(field.getMessageType(), null, path));
      }
      return;
    }
    if (field.isMapField()) {
      entries(builder, field, value, path);
    } else if (field.isRepeated()) {
      if (!(value instanceof JsonArray array)) {
        throw wrong(path, Spelling.type(field), value);
      }
      for (int i = 0; i < array.size(); i++) {
        builder.addRepeatedField(field, single(field, array.getValue(i), path + "[" + i + "]"));
      }
    } else {
      builder.setField(field, single(field, value, path));
    }
  }

  private void entries(
      DynamicMessage.Builder builder, FieldDescriptor field, Object value, String path) {
    if (!(value instanceof JsonObject object)) {
      throw wrong(path, Spelling.type(field), value);
    }
    List<FieldDescriptor> pair = field.getMessageType().getFields();
    for (Map.Entry<String, Object> entry : object) {
      String place = path + "[\"" + entry.getKey() + "\"]";
      DynamicMessage.Builder item = DynamicMessage.newBuilder(field.getMessageType());
      item.setField(pair.get(0), key(pair.get(0), entry.getKey(), place));
      item.setField(pair.get(1), single(pair.get(1), entry.getValue(), place));
      builder.addRepeatedField(field, item.build());
    }
  }

  private Object key(FieldDescriptor field, String text, String path) {
    return switch (field.getJavaType()) {
      case BOOLEAN -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw wrong(path, "a key that is true or false", text);
        }
        yield Boolean.valueOf(text);
      }
      case INT, LONG -> single(field, text, path);
      default -> text;
    };
  }

  Object single(FieldDescriptor field, @Nullable Object value, String path) {
    Object converted = value == null && !takesNull(field) ? null : convert(field, value, path);
    if (converted == null) {
      throw wrong(path, Spelling.single(field), value);
    }
    return converted;
  }

  private static boolean takesNull(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
  }

  private @Nullable Object convert(FieldDescriptor field, @Nullable Object value, String path) {
    return switch (field.getJavaType()) {
      case INT -> {
        Long number =
            field.getType() == FieldDescriptor.Type.UINT32
                ? whole(value, 0, 0xffff_ffffL)
                : whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        yield number == null ? null : number.intValue();
      }
      case LONG -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> real(value);
      case FLOAT -> {
        Double number = real(value);
        yield number == null || (Double.isFinite(number) && Float.isInfinite(number.floatValue()))
            ? null
            : (Object) number.floatValue();
      }
      case BOOLEAN -> value instanceof Boolean ? value : null;
      case STRING -> value instanceof String ? value : null;
      case BYTE_STRING -> value instanceof String text ? bytes(text) : null;
      case ENUM -> value instanceof String text ? constant(field, text, path) : null;
      case MESSAGE -> message(field.getMessageType(), value, path);
    };
  }

  private static EnumValueDescriptor constant(FieldDescriptor field, String text, String path) {
    EnumValueDescriptor value = Spelling.constant(field.getEnumType(), text);
    if (value == null) {
      List<String> known = Spelling.constants(field.getEnumType());
      throw Refusal.usage(
          "no constant \"" + shorten(text) + "\"" + at(path) + "; " + Nearest.hint(text, known));
    }
    return value;
  }

  private static @Nullable Long whole(@Nullable Object value, long least, long most) {
    if (!(value instanceof Number) && !(value instanceof String)) {
      return null;
    }
    String text = value.toString();
    if (text.length() > 40) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) > 40) {
        return null;
      }
      long exact = number.longValueExact();
      return exact >= least && exact <= most ? exact : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Double real(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (!(value instanceof String text)) {
      return null;
    }
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  private static @Nullable ByteString bytes(String text) {
    try {
      return ByteString.copyFrom(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Refusal unknown(Descriptor type, String name, String path) {
    List<String> fields = Spelling.fields(type);
    String hint = fields.isEmpty() ? type.getName() + " has no fields" : Nearest.hint(name, fields);
    return Refusal.usage("unknown field \"" + shorten(name) + "\"" + at(path) + "; " + hint);
  }

  private static String oneOf(FieldDescriptor field) {
    return String.join(
        ", ",
        field.getContainingOneof().getFields().stream().map(FieldDescriptor::getJsonName).toList());
  }

  static Refusal wrong(String path, String expected, @Nullable Object value) {
    String given = value instanceof String text ? "\"" + text + "\"" : Json.encode(value);
    String place = path.isEmpty() ? "request" : "field \"" + path + "\"";
    return Refusal.usage(place + " takes " + expected + "; given: " + shorten(given));
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : " in \"" + path + "\"";
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String shorten(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
