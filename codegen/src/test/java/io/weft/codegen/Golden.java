package io.weft.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The golden cases: folders with {@code In*.java}, perhaps {@code In.lock}, and what they give. */
final class Golden {
  static final Path ROOT = Path.of("src/test/resources/golden");
  private static final Map<String, Golden> COMPILED = new ConcurrentHashMap<>();

  private final String name;
  private final Compilation.Result result;
  private final Path lock;

  private Golden(String name, Compilation.Result result, Path lock) {
    this.name = name;
    this.result = result;
    this.lock = lock;
  }

  static List<String> cases() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(f -> Files.exists(f.resolve("In.java")))
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles a case, once for all tests. */
  static Golden of(String name) {
    return COMPILED.computeIfAbsent(name, Golden::compile);
  }

  private static Golden compile(String name) {
    try {
      Path folder = Files.createTempDirectory("weft-golden-" + name);
      Path lock = folder.resolve("contracts.lock");
      if (Files.exists(ROOT.resolve(name).resolve("In.lock"))) {
        Files.copy(ROOT.resolve(name).resolve("In.lock"), lock);
      }
      Compilation compilation = Compilation.in(folder).lock(lock).option("-Werror");
      try (Stream<Path> files = Files.list(ROOT.resolve(name))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          String simple = file.getFileName().toString().replace(".java", "");
          compilation.source(simple, Files.readString(file));
        }
      }
      Compilation.Result result = compilation.run();
      if (!result.success()) {
        throw new IllegalStateException(name + ": " + result.errors() + result.notes());
      }
      return new Golden(name, result, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Compilation.Result result() {
    return result;
  }

  Path expected() {
    return ROOT.resolve(name).resolve("expected");
  }

  /** What was generated, the lock file included. */
  SortedMap<String, String> actual() {
    SortedMap<String, String> texts = new TreeMap<>(result.texts());
    try {
      texts.put("contracts.lock", Files.readString(lock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  Path schemas() {
    return result.classes().resolve("META-INF/weft");
  }

  List<Path> schemas(String suffix) {
    try (Stream<Path> files = Files.list(schemas())) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
