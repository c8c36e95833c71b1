package io.weft.filter.standard;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as short text on one line: stops when it is long enough, however much there is, and says
 * nothing of what is named like a secret. Slow; for people only.
 */
final class Brief {
  private static final int MOST_DEPTH = 8;
  private static final int MOST_FOREIGN = 200;

  private final StringBuilder out = new StringBuilder();
  private final int most;

  private Brief(int most) {
    this.most = most;
  }

  /**
   * Writes a value.
   *
   * @param value anything
   * @param most characters at most, and a mark that something is missing
   */
  static String of(@Nullable Object value, int most) {
    Brief brief = new Brief(most);
    brief.value(value, 0);
    return brief.full() && brief.out.length() > most
        ? brief.out.substring(0, most) + "…"
        : brief.out.toString();
  }

  /** Text in quotes, on one line. */
  static String quoted(String text) {
    return '"' + line(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  /** A name that somebody else chose: cut, and on one line. */
  static String name(String text) {
    return line(text.length() <= MOST_FOREIGN ? text : text.substring(0, MOST_FOREIGN) + "…");
  }

  /** Escapes what would end the line or move the cursor of a terminal. */
  private static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private boolean full() {
    return out.length() >= most;
  }

  private void value(@Nullable Object value, int depth) {
    if (full() || depth > MOST_DEPTH) {
      out.append('…');
    } else if (value instanceof CharSequence text) {
      int end = Math.min(text.length(), most - out.length() + 1);
      out.append(quoted(text.subSequence(0, end).toString()));
    } else if (value instanceof Optional<?> optional) {
      value(optional.orElse(null), depth);
    } else if (value instanceof byte[] bytes) {
      out.append(bytes.length).append(" bytes");
    } else if (value instanceof Buffer buffer) {
      out.append(buffer.length()).append(" bytes");
    } else if (value instanceof JsonObject json) {
      pairs(json.getMap(), depth);
    } else if (value instanceof JsonArray json) {
      items(json.getList(), depth);
    } else if (value instanceof Map<?, ?> map) {
      pairs(map, depth);
    } else if (value instanceof Iterable<?> many) {
      items(many, depth);
    } else if (value == null
        || value instanceof Enum
        || value.getClass().getName().startsWith("java.")) {
      String text = String.valueOf(value);
      out.append(text, 0, Math.min(text.length(), MOST_FOREIGN));
    } else {
      fields(value, depth);
    }
  }

  private void items(Iterable<?> many, int depth) {
    out.append('[');
    String between = "";
    for (Object item : many) {
      if (full()) {
        break;
      }
      out.append(between);
      between = ", ";
      value(item, depth + 1);
    }
    out.append(']');
  }

  private void pairs(Map<?, ?> map, int depth) {
    out.append('{');
    String between = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (full()) {
        break;
      }
      out.append(between);
      between = ", ";
      named(String.valueOf(entry.getKey()), entry.getValue(), depth);
    }
    out.append('}');
  }

  /** Records, and the classes that hold parameters, which have no accessors. */
  private void fields(Object value, int depth) {
    out.append(value.getClass().getSimpleName()).append('[');
    String between = "";
    for (Field field : value.getClass().getDeclaredFields()) {
      if (full() || Modifier.isStatic(field.getModifiers()) || !field.trySetAccessible()) {
        continue;
      }
      out.append(between);
      between = ", ";
      try {
        named(field.getName(), field.get(value), depth);
      } catch (IllegalAccessException e) {
        out.append(field.getName()).append("=?");
      }
    }
    out.append(']');
  }

  private void named(String name, @Nullable Object value, int depth) {
    out.append(name(name)).append('=');
    if (Secrets.named(name)) {
      out.append("***");
    } else {
      value(value, depth + 1);
    }
  }
}
