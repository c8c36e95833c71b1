package io.weft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regenerating gives no difference; {@code -Dweft.golden=write} accepts the new output. */
class GoldenTest {
  static List<String> cases() {
    return Golden.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generate_again_givesNoDifference(String name) throws IOException {
    Golden golden = Golden.of(name);
    if ("write".equals(System.getProperty("weft.golden"))) {
      write(golden);
    }
    SortedMap<String, String> expected = new TreeMap<>();
    try (Stream<Path> files = Files.list(golden.expected())) {
      for (Path file : files.toList()) {
        expected.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    SortedMap<String, String> actual = golden.actual();
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((file, text) -> assertThat(text).as(file).isEqualTo(expected.get(file)));
  }

  private static void write(Golden golden) throws IOException {
    Files.createDirectories(golden.expected());
    try (Stream<Path> old = Files.list(golden.expected())) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (var entry : golden.actual().entrySet()) {
      Files.writeString(golden.expected().resolve(entry.getKey()), entry.getValue());
    }
  }
}
