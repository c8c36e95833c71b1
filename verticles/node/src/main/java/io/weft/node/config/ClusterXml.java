package io.weft.node.config;

import com.hazelcast.config.Config;
import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.config.XmlConfigBuilder;
import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

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
  private static final Pattern UNEXPECTED =
      Pattern.compile("element '\\{\"[^\"]*\":([^}]*)}'\\. One of '\\{([^}]*)}' is expected");
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
      if (text.equals(packed())) {
        return withoutSchema(values);
      }
      checkWellFormed();
      return build(values);
    } catch (InvalidConfigurationException e) {
      throw invalid(reason(e));
    }
  }

  private Refusal invalid(String reason) {
    return Refusal.usage(origin + " is not a valid Hazelcast configuration: " + reason);
  }

  /** Before Hazelcast looks at it, since what it logs of bad XML hides our own message. */
  private void checkWellFormed() {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      // A handler of this kind throws what is fatal and prints nothing.
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), new DefaultHandler());
    } catch (SAXParseException e) {
      throw invalid("line " + e.getLineNumber() + ": " + e.getMessage());
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw invalid(String.valueOf(e.getMessage()));
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
    return message == null ? cause.getClass().getSimpleName() : shorten(message.strip());
  }

  /** The schema's list of all that would be right is a screen long. */
  private static String shorten(String message) {
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (!unexpected.find()) {
      return message;
    }
    List<String> expected =
        Stream.of(unexpected.group(2).split(",")).map(name -> name.replaceAll(".*:", "")).toList();
    String element = unexpected.group(1);
    return "<" + element + "> is not expected here; " + Nearest.hint(element, expected);
  }
}
