package io.weft.wire;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as {@code google.protobuf.Struct}, {@code ListValue} and {@code Value}. All numbers are
 * doubles there: whole ones come back as {@code Integer} or {@code Long}, and numbers that a double
 * cannot hold are refused rather than changed.
 */
final class JsonValues {
  private static final double LARGEST_EXACT = 1L << 53;
  private static final int FIRST = 10;
  private static final int SECOND = 18;
  private static final int NULL = 8;
  private static final int NUMBER = 17;
  private static final int STRING = 26;
  private static final int BOOL = 32;
  private static final int STRUCT = 42;
  private static final int LIST = 50;

  private JsonValues() {}

  /** {@code google.protobuf.Struct}. */
  static final class Struct implements Codec<JsonObject> {
    @Override
    public void write(JsonObject value, Writer out) {
      writeFields(Wrappers.present(value).getMap(), out);
    }

    @Override
    public JsonObject read(Reader in) {
      JsonObject object = new JsonObject();
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == FIRST) {
          int outer = in.enter();
          readField(in, object);
          in.leave(outer);
        } else {
          in.skip(tag);
        }
      }
      return object;
    }
  }

  /** {@code google.protobuf.ListValue}. */
  static final class Items implements Codec<JsonArray> {
    @Override
    public void write(JsonArray value, Writer out) {
      writeItems(Wrappers.present(value).getList(), out);
    }

    @Override
    public JsonArray read(Reader in) {
      JsonArray array = new JsonArray();
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == FIRST) {
          int outer = in.enter();
          array.add(readValue(in));
          in.leave(outer);
        } else {
          in.skip(tag);
        }
      }
      return array;
    }
  }

  private static void writeFields(Map<?, ?> fields, Writer out) {
    for (Map.Entry<?, ?> entry : fields.entrySet()) {
      out.tag(FIRST);
      int field = out.begin();
      out.tag(FIRST);
      out.string(String.valueOf(entry.getKey()));
      out.tag(SECOND);
      int value = out.begin();
      writeValue(entry.getValue(), out);
      out.end(value);
      out.end(field);
    }
  }

  private static void writeItems(List<?> items, Writer out) {
    for (Object item : items) {
      out.tag(FIRST);
      int value = out.begin();
      writeValue(item, out);
      out.end(value);
    }
  }

  private static void writeValue(@Nullable Object value, Writer out) {
    if (value == null) {
      out.tag(NULL);
      out.varint(0);
    } else if (value instanceof Number number) {
      out.tag(NUMBER);
      out.float64(toDouble(number));
    } else if (value instanceof Boolean bool) {
      out.tag(BOOL);
      out.bool(bool);
    } else if (value instanceof JsonObject || value instanceof Map) {
      out.tag(STRUCT);
      int mark = out.begin();
      writeFields(value instanceof JsonObject object ? object.getMap() : (Map<?, ?>) value, out);
      out.end(mark);
    } else if (value instanceof JsonArray || value instanceof List) {
      out.tag(LIST);
      int mark = out.begin();
      writeItems(value instanceof JsonArray array ? array.getList() : (List<?>) value, out);
      out.end(mark);
    } else {
      out.tag(STRING);
      out.string(text(value));
    }
  }

  /** Text, in the forms that Vert.x gives to values that JSON does not have. */
  private static String text(Object value) {
    if (value instanceof CharSequence || value instanceof Instant) {
      return value.toString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Buffer buffer) {
      return text(buffer.getBytes());
    }
    if (value instanceof byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
    throw new IllegalArgumentException(
        "JSON value of " + value.getClass().getName() + " (expected: what JsonObject can encode)");
  }

  private static double toDouble(Number number) {
    double value = number.doubleValue();
    boolean exact =
        number instanceof Double
            || number instanceof Float
            || Math.abs(value) <= LARGEST_EXACT && number.longValue() == value
            || Double.isFinite(value)
                && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(value)) == 0;
    if (!exact) {
      throw new IllegalArgumentException(
          "JSON number " + number + " (expected: one that a double can hold; send others as text)");
    }
    return value;
  }

  private static void readField(Reader in, JsonObject into) {
    String key = "";
    Object value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case FIRST -> key = in.string();
        case SECOND -> {
          int outer = in.enter();
          value = readValue(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    into.put(key, value);
  }

  private static @Nullable Object readValue(Reader in) {
    Object value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case NUMBER -> value = toNumber(in.float64());
        case STRING -> value = in.string();
        case BOOL -> value = in.bool();
        case STRUCT -> {
          int outer = in.enter();
          value = WellKnown.STRUCT.read(in);
          in.leave(outer);
        }
        case LIST -> {
          int outer = in.enter();
          value = WellKnown.LIST_VALUE.read(in);
          in.leave(outer);
        }
        default -> {
          in.skip(tag);
          value = null;
        }
      }
    }
    return value;
  }

  private static Number toNumber(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT;
    if (!whole || value == 0 && 1 / value < 0) {
      return value;
    }
    if (value == (int) value) {
      return (int) value;
    }
    return (long) value;
  }
}
