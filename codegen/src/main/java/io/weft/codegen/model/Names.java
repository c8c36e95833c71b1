package io.weft.codegen.model;

import java.util.Locale;
import java.util.Set;

/** Conversions between the spellings of Java, protobuf and JSON. */
public final class Names {
  private Names() {}

  /**
   * Snake case.
   *
   * @param camel {@code requestId}, {@code HTTPCode}
   * @return {@code request_id}, {@code http_code}
   */
  public static String snake(String camel) {
    StringBuilder out = new StringBuilder(camel.length() + 4);
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && camel.charAt(i - 1) != '_') {
        boolean afterLower = !Character.isUpperCase(camel.charAt(i - 1));
        boolean beforeLower = i + 1 < camel.length() && Character.isLowerCase(camel.charAt(i + 1));
        if (afterLower || beforeLower) {
          out.append('_');
        }
      }
      out.append(c);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Upper snake case.
   *
   * @param camel {@code batchAdd}
   * @return {@code BATCH_ADD}
   */
  public static String upperSnake(String camel) {
    return snake(camel).toUpperCase(Locale.ROOT);
  }

  /**
   * The name with a capital.
   *
   * @param camel {@code batchAdd}
   * @return {@code BatchAdd}
   */
  public static String capital(String camel) {
    return Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
  }

  /**
   * The name of a field in JSON, by protobuf's rule.
   *
   * @param snake {@code request_id}
   * @return {@code requestId}
   */
  public static String json(String snake) {
    StringBuilder out = new StringBuilder(snake.length());
    boolean up = false;
    for (char c : snake.toCharArray()) {
      if (c == '_') {
        up = true;
      } else {
        out.append(up ? Character.toUpperCase(c) : c);
        up = false;
      }
    }
    return out.toString();
  }

  /**
   * The part in front of the last dot.
   *
   * @param name a qualified or binary name
   * @return the package, empty for none
   */
  public static String qualifier(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /**
   * The part behind the last dot.
   *
   * @param name a qualified or binary name
   * @return the last part
   */
  public static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * Puts a name behind a package.
   *
   * @param qualifier the package, may be empty
   * @param name the name
   * @return both with a dot between
   */
  public static String join(String qualifier, String name) {
    return qualifier.isEmpty() ? name : qualifier + "." + name;
  }

  /**
   * The name of a class generated for a type: nested classes become one level with underscores.
   *
   * @param binary {@code p.Outer$Inner}
   * @return {@code p.Outer_Inner}
   */
  public static String flat(String binary) {
    return binary.replace('$', '_');
  }

  /**
   * A name that is not taken.
   *
   * @param wanted the name
   * @param taken the names in use
   * @return the name with as many underscores behind it as needed
   */
  public static String free(String wanted, Set<String> taken) {
    String name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }
}
