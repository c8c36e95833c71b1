package io.weft.node.config;

import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where values come from, the weakest first: defaults, environment ({@code WEFT_PORT_OFFSET}),
 * system properties ({@code -Dweft.port.offset}), options ({@code --port-offset}).
 *
 * @param environment variables
 * @param properties system properties
 * @param options what the command line says
 */
public record Settings(
    Map<String, String> environment, Map<String, String> properties, Map<Key, String> options) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  /** Variables that others read: the command line, the launcher. */
  private static final Set<String> OTHER_VARIABLES = Set.of("WEFT_ADMIN", "WEFT_JAVA_OPTS");

  /** Properties that others read: the logging configuration, the examples. */
  private static final Pattern OTHER_PROPERTIES = Pattern.compile("weft\\.(log\\.level|demo\\..*)");

  /** What Kubernetes puts into the environment for a service whose name begins with "weft". */
  private static final Pattern LINKS =
      Pattern.compile("WEFT_.*SERVICE_(HOST|PORT(_.*)?)|WEFT_(.*_)?PORT(_\\d+_(TCP|UDP)(_.*)?)?");

  /**
   * A value and who said it.
   *
   * @param text the value
   * @param source for people: {@code --port-offset}, {@code -Dweft.port.offset}, {@code
   *     WEFT_PORT_OFFSET} or {@code default}
   */
  public record Value(String text, String source) {}

  /** Keeps copies. */
  public Settings {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
    options = Map.copyOf(options);
  }

  /**
   * The settings of this process.
   *
   * @param options what the command line says
   * @return the settings
   */
  public static Settings ofProcess(Map<Key, String> options) {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name, ""));
    }
    return new Settings(System.getenv(), properties, options);
  }

  /**
   * The value that counts.
   *
   * @param key which
   * @return the strongest source's value
   */
  public Value get(Key key) {
    String option = options.get(key);
    if (option != null) {
      return new Value(option, key.flag());
    }
    Value outside = lookUp(key.property());
    return outside == null ? new Value(key.standard(), "default") : outside;
  }

  /**
   * A value that need not be one of a node's settings.
   *
   * @param name a property's name, or exactly a variable's
   * @return the value, or null when nobody says it
   */
  public @Nullable Value lookUp(String name) {
    String property = properties.get(name);
    if (property != null) {
      return new Value(property, "-D" + name);
    }
    for (String variable : List.of(Key.variable(name), name)) {
      String text = environment.get(variable);
      if (text != null) {
        return new Value(text, variable);
      }
    }
    return null;
  }

  int number(Key key, int least, int most) {
    Value value = get(key);
    try {
      int number = Integer.parseInt(value.text().trim());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with everything else that is no number in range.
    }
    throw wrong(key, value, "a number from " + least + " to " + most);
  }

  boolean flag(Key key) {
    Value value = get(key);
    return switch (value.text()) {
      case "true", "" -> true;
      case "false" -> false;
      default -> throw wrong(key, value, "true or false");
    };
  }

  Duration duration(Key key) {
    Value value = get(key);
    Duration duration = parseDuration(value.text());
    if (duration == null) {
      throw wrong(key, value, "a duration like 500ms, 10s or 2m");
    }
    return duration;
  }

  /**
   * Reads a duration.
   *
   * @param text a number and {@code ms}, {@code s}, {@code m} or {@code h}
   * @return the duration, or null when the text is none
   */
  public static @Nullable Duration parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text.trim());
    if (!matcher.matches()) {
      return null;
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  static Refusal wrong(Key key, Value value, String expected) {
    String from = value.source().equals("default") ? "" : " (from " + value.source() + ")";
    return Refusal.usage(
        key.property()
            + ": \""
            + value.text()
            + "\""
            + from
            + " is not valid; expected: "
            + expected);
  }

  /**
   * Refuses system properties that begin with {@code weft.} and mean nothing.
   *
   * @param placeholders names that the Hazelcast configuration uses
   */
  void refuseUnknown(Collection<String> placeholders) {
    Set<String> known = new TreeSet<>(Key.properties());
    known.addAll(placeholders);
    for (String name : new TreeSet<>(properties.keySet())) {
      if (name.startsWith("weft.")
          && !known.contains(name)
          && !OTHER_PROPERTIES.matcher(name).matches()) {
        throw Refusal.usage("unknown setting -D" + name + "; " + Nearest.hint(name, known));
      }
    }
  }

  /**
   * Variables that begin with {@code WEFT_} and mean nothing. They are told, not refused, since
   * others write into the same environment.
   *
   * @param placeholders names that the Hazelcast configuration uses
   * @return a line each
   */
  List<String> unknownVariables(Collection<String> placeholders) {
    Set<String> known = new TreeSet<>(Key.variables());
    placeholders.forEach(name -> known.add(Key.variable(name)));
    known.addAll(OTHER_VARIABLES);
    return environment.keySet().stream()
        .filter(name -> name.startsWith("WEFT_") && !known.contains(name))
        .filter(name -> !LINKS.matcher(name).matches())
        .sorted()
        .map(name -> "unknown variable " + name + " is ignored; " + Nearest.hint(name, known))
        .toList();
  }
}
