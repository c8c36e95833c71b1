package io.weft.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the nodes of one demo write their logs.
 *
 * @param folder a temporary folder of this demo alone
 */
record DemoLogs(Path folder) {
  static DemoLogs create() throws IOException {
    return new DemoLogs(Files.createTempDirectory("weft-demo-"));
  }

  /** Best effort: a folder in the temporary one that stays behind is no reason to fail. */
  void delete() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      System.err.println("weft: cannot delete " + folder + ": " + e.getMessage());
    }
  }
}
