package io.weft.node.config;

import com.hazelcast.config.Config;
import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.config.XmlConfigBuilder;
import io.weft.node.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of Hazelcast, with placeholders that we fill in. Hazelcast itself would take an
 * unknown placeholder literally, and would not look into the environment.
 *
 * @param text the XML
 * @param origin where it was found, for messages
 */
public record ClusterXml(String text, String origin) {
  private static final String RESOURCE = "cluster.xml";
  private static final String VALIDATION = "hazelcast.config.schema.validation.enabled";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\\s]*)}");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  /**
   * A placeholder.
   *
   * @param name what stands between the braces
   * @param line where, from 1
   */
  public record Placeholder(String name, int line) {}

  /**
   * Finds the configuration: the given file, else {@code cluster.xml} in the given folder, else the
   * copy in the jar.
   *
   * @param given a file, empty for none
   * @param folder where to look, usually the working directory
   * @return the configuration
   */
  public static ClusterXml find(String given, Path folder) {
    Path file = folder.resolve(given.isEmpty() ? RESOURCE : given);
    if (Files.isRegularFile(file)) {
      return read(file);
    }
    if (!given.isEmpty()) {
      throw Refusal.usage(
          "no file "
              + file.toAbsolutePath()
              + "; expected: the Hazelcast configuration ("
              + Key.CLUSTER_XML.flag()
              + ")");
    }
    String packed = packed();
    if (packed == null) {
      throw Refusal.failure(
          "no "
              + RESOURCE
              + " in "
              + folder.toAbsolutePath()
              + " and none in the jar; give one with "
              + Key.CLUSTER_XML.flag());
    }
    return new ClusterXml(packed, RESOURCE + " (in the jar)");
  }

  private static @Nullable String packed() {
    try (InputStream in = ClusterXml.class.getResourceAsStream("/" + RESOURCE)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.failure("cannot read " + RESOURCE + " in the jar: " + e.getMessage());
    }
  }

  private static ClusterXml read(Path file) {
    try {
      return new ClusterXml(Files.readString(file), file.toAbsolutePath().normalize().toString());
    } catch (IOException e) {
      throw Refusal.failure("cannot read " + file.toAbsolutePath() + ": " + e.getMessage());
    }
  }

  /**
   * The placeholders outside of comments.
   *
   * @return in order, with repetitions
   */
  public List<Placeholder> placeholders() {
    String visible =
        COMMENT.matcher(text).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
    List<Placeholder> found = new ArrayList<>();
    int line = 0;
    for (String content : visible.split("\n", -1)) {
      line++;
      Matcher matcher = PLACEHOLDER.matcher(content);
      while (matcher.find()) {
        found.add(new Placeholder(matcher.group(1), line));
      }
    }
    return found;
  }

  /**
   * The names of the placeholders.
   *
   * @return in order, with repetitions
   */
  public List<String> names() {
    return placeholders().stream().map(Placeholder::name).toList();
  }

  /**
   * Fills in the placeholders.
   *
   * @param lookup gives the value of a name, null when there is none
   * @return the configuration
   */
  public Config resolve(UnaryOperator<@Nullable String> lookup) {
    Properties values = new Properties();
    for (Placeholder placeholder : placeholders()) {
      String value = lookup.apply(placeholder.name());
      if (value == null) {
        throw unresolved(placeholder);
      }
      values.setProperty(placeholder.name(), value);
    }
    try {
      return text.equals(packed()) ? withoutSchema(values) : build(values);
    } catch (InvalidConfigurationException e) {
      throw Refusal.usage(origin + " is not a valid Hazelcast configuration: " + reason(e));
    }
  }

  private Config build(Properties values) {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new XmlConfigBuilder(in).setProperties(values).build();
  }

  /**
   * Our own file is checked against the schema by our tests; a node saves the third of a second
   * that Java needs to read the schema. Hazelcast has no other switch for it than this property.
   */
  private Config withoutSchema(Properties values) {
    String before = System.getProperty(VALIDATION);
    System.setProperty(VALIDATION, "false");
    try {
      return build(values);
    } finally {
      if (before == null) {
        System.clearProperty(VALIDATION);
      } else {
        System.setProperty(VALIDATION, before);
      }
    }
  }

  private Refusal unresolved(Placeholder placeholder) {
    String name = placeholder.name();
    String variable = Key.variable(name);
    return Refusal.usage(
        "${"
            + name
            + "} in "
            + origin
            + ", line "
            + placeholder.line()
            + ", has no value; set it with -D"
            + name
            + "=… or the environment variable "
            + variable
            + ", or correct the name (known: "
            + String.join(", ", NodeConfig.PLACEHOLDERS)
            + ")");
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.strip();
  }
}
