package io.weft.codegen.lock;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of the lock file: a member and its number.
 *
 * @param number the number
 * @param name the name in {@code .proto}; of methods and constants the Java name
 * @param type the type or flow, empty for constants
 * @param optional whether absence is a value of its own
 * @param reserved whether the member is gone and its number must not be used again
 */
public record Entry(int number, String name, String type, boolean optional, boolean reserved) {
  private static final Pattern LINE =
      Pattern.compile("(reserved )?(\\d{1,9}) (\\w+)( optional(?= ))?(?: (\\S.*))?");

  /**
   * Reads a line.
   *
   * @param line without indentation
   * @return the entry, null when it is none
   */
  public static @Nullable Entry parse(String line) {
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      return null;
    }
    String type = m.group(5) == null ? "" : m.group(5);
    return new Entry(
        Integer.parseInt(m.group(2)), m.group(3), type, m.group(4) != null, m.group(1) != null);
  }

  Entry withReserved(boolean gone) {
    return new Entry(number, name, type, optional, gone);
  }

  @Override
  public String toString() {
    return (reserved ? "reserved " : "")
        + number
        + " "
        + name
        + (optional ? " optional" : "")
        + (type.isEmpty() ? "" : " " + type);
  }
}
