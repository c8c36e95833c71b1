package io.weft.node.config;

import io.weft.identity.JwtOptions;
import io.weft.node.refusal.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tokens a node takes: all of the three that have no default, or none of the settings. */
final class JwtSettings {
  private static final List<Key> NEEDED = List.of(Key.JWT_ISSUER, Key.JWT_AUDIENCE, Key.JWT_KEYS);
  private static final List<Key> ALL =
      List.of(
          Key.JWT_ISSUER,
          Key.JWT_AUDIENCE,
          Key.JWT_KEYS,
          Key.JWT_ALGORITHMS,
          Key.JWT_LEEWAY,
          Key.JWT_ROLES,
          Key.JWT_SUBJECT);
  private static final Duration MOST_LEEWAY = Duration.ofMinutes(5);

  private JwtSettings() {}

  static @Nullable JwtOptions of(Settings settings, Path folder) {
    Key given =
        ALL.stream()
            .filter(key -> !settings.get(key).source().equals("default"))
            .findFirst()
            .orElse(null);
    if (given == null) {
      return null;
    }
    for (Key key : NEEDED) {
      if (settings.get(key).text().isBlank()) {
        throw Settings.wrong(
            key,
            settings.get(key),
            expected(key) + ", since " + given.property() + " is set and tokens are checked");
      }
    }
    return JwtOptions.of(
            settings.get(Key.JWT_ISSUER).text(),
            settings.get(Key.JWT_AUDIENCE).text(),
            keys(settings, folder))
        .withAlgorithms(algorithms(settings))
        .withLeeway(leeway(settings))
        .withPrincipal(named(settings, Key.JWT_SUBJECT), named(settings, Key.JWT_ROLES));
  }

  private static String expected(Key key) {
    return switch (key) {
      case JWT_ISSUER -> "the iss of your tokens";
      case JWT_AUDIENCE -> "what your tokens name as aud";
      default -> "a file with the issuer's public keys, as a JWK set or PEM";
    };
  }

  private static Path keys(Settings settings, Path folder) {
    Path file = folder.resolve(settings.get(Key.JWT_KEYS).text());
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Settings.wrong(
          Key.JWT_KEYS, settings.get(Key.JWT_KEYS), "a readable file; there is none at " + file);
    }
    return file;
  }

  private static String[] algorithms(Settings settings) {
    Settings.Value value = settings.get(Key.JWT_ALGORITHMS);
    String[] names =
        Arrays.stream(value.text().split(",")).map(String::strip).distinct().toArray(String[]::new);
    for (String name : names) {
      if (!JwtOptions.SUPPORTED.contains(name)) {
        throw Settings.wrong(
            Key.JWT_ALGORITHMS,
            value,
            "some of "
                + String.join(",", JwtOptions.SUPPORTED)
                + "; not "
                + name
                + "; "
                + Nearest.hint(name, JwtOptions.SUPPORTED));
      }
    }
    return names;
  }

  private static Duration leeway(Settings settings) {
    Duration leeway = settings.duration(Key.JWT_LEEWAY);
    if (leeway.compareTo(MOST_LEEWAY) > 0) {
      throw Settings.wrong(Key.JWT_LEEWAY, settings.get(Key.JWT_LEEWAY), "at most 5m");
    }
    return leeway;
  }

  private static String named(Settings settings, Key key) {
    Settings.Value value = settings.get(key);
    if (value.text().isBlank()) {
      throw Settings.wrong(key, value, "the name of a claim, for example " + key.standard());
    }
    return value.text();
  }
}
