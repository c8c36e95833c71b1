package io.weft.codegen.lock;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Where the lock file of a module lies. */
public final class LockPlace {
  /** The option that names the file. */
  public static final String FILE = "weft.lockFile";

  /** The option whose value {@code frozen} forbids changes. */
  public static final String MODE = "weft.lock";

  private static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts");

  private final @Nullable Path file;
  private final Lock lock;
  private final boolean frozen;

  private LockPlace(@Nullable Path file, Lock lock, boolean frozen) {
    this.file = file;
    this.lock = lock;
    this.frozen = frozen;
  }

  /**
   * Finds and reads the lock file of the module that is compiled.
   *
   * @param env the compiler
   * @return the place; in memory only when the module has none
   * @throws IOException when the file cannot be read
   * @throws LockException when it is damaged
   */
  public static LockPlace find(ProcessingEnvironment env) throws IOException {
    String option = env.getOptions().get(FILE);
    Path file = option == null || option.isBlank() ? search(env) : Path.of(option);
    boolean frozen = "frozen".equals(env.getOptions().get(MODE));
    if (file == null) {
      env.getMessager()
          .printMessage(
              Kind.NOTE,
              "weft: no module folder found, numbers follow the order of declaration (remedy:"
                  + " -Aweft.lockFile=src/main/weft/contracts.lock keeps them)");
      return new LockPlace(null, Lock.empty(), false);
    }
    boolean there = Files.exists(file);
    String text = there ? Files.readString(file, StandardCharsets.UTF_8) : "";
    return new LockPlace(file, Lock.parse(file.toString(), text), frozen);
  }

  /**
   * The numbers.
   *
   * @return the lock
   */
  public Lock lock() {
    return lock;
  }

  /**
   * Writes the file if the compilation changed it.
   *
   * @param messager is told when the lock is frozen and would change
   * @throws IOException when the file cannot be written
   */
  public void save(Messager messager) throws IOException {
    List<String> changes = lock.changes();
    if (file == null || changes.isEmpty()) {
      return;
    }
    if (frozen) {
      messager.printMessage(
          Kind.ERROR,
          file
              + " is frozen and would change (remedy: compile without -Aweft.lock=frozen and commit"
              + " the file):\n  "
              + String.join("\n  ", changes));
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, lock.text(), StandardCharsets.UTF_8);
  }

  private static @Nullable Path search(ProcessingEnvironment env) {
    Path output;
    try {
      URI uri = env.getFiler().getResource(StandardLocation.CLASS_OUTPUT, "", "weft.probe").toUri();
      output = Path.of(uri);
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
    for (Path at = output.getParent(); at != null; at = at.getParent()) {
      for (String name : BUILD_FILES) {
        if (Files.exists(at.resolve(name))) {
          String inside = at.relativize(output).toString();
          String set = inside.matches(".*\\b(test-classes|test)\\b.*") ? "test" : "main";
          return at.resolve("src").resolve(set).resolve("weft").resolve("contracts.lock");
        }
      }
    }
    return null;
  }
}
