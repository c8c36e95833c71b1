package io.weft.codegen;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A run of the compiler with the processor, in a folder of its own. */
final class Compilation {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();
  private final List<Path> libraries = new ArrayList<>();
  private final List<Processor> others = new ArrayList<>();
  private boolean processor = true;

  private Compilation(Path folder) {
    this.folder = folder;
  }

  static Compilation in(Path folder) {
    return new Compilation(folder);
  }

  /** Adds a source; its path follows from package and name. */
  Compilation source(String name, String text) {
    sources.put(name, text);
    return this;
  }

  Compilation option(String option) {
    options.add(option);
    return this;
  }

  /** Numbers come from and go to this file. */
  Compilation lock(Path file) {
    return option("-Aweft.lockFile=" + file);
  }

  Compilation library(Path classes) {
    libraries.add(classes);
    return this;
  }

  /** Compiles nothing but runs the processor. */
  Compilation processOnly() {
    return option("-proc:only");
  }

  Compilation with(Processor other) {
    others.add(other);
    return this;
  }

  Compilation withoutProcessor() {
    processor = false;
    return option("-proc:none");
  }

  /**
   * What came out.
   *
   * @param success whether there was no error
   * @param errors messages of errors with {@code file:line}
   * @param notes all other messages
   * @param classes the class output
   * @param generated the source output
   */
  record Result(
      boolean success, List<String> errors, List<String> notes, Path classes, Path generated) {
    /** Generated sources and resources by path, text only. */
    SortedMap<String, String> texts() {
      SortedMap<String, String> texts = new TreeMap<>();
      collect(generated, texts);
      Path resources = classes.resolve("META-INF/weft");
      if (Files.exists(resources)) {
        collect(resources, texts);
      }
      return texts;
    }

    private static void collect(Path root, Map<String, String> texts) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.toString().endsWith(".desc")) {
            texts.put(file.getFileName().toString(), Files.readString(file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    URLClassLoader loader(Path... more) {
      try {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (Path path : more) {
          urls.add(path.toUri().toURL());
        }
        urls.add(Runtime.CLASSES.toUri().toURL());
        return new URLClassLoader(urls.toArray(URL[]::new), Compilation.class.getClassLoader());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Result run() {
    Path classes = folder.resolve("target/classes");
    Path generated = folder.resolve("target/generated");
    StringWriter console = new StringWriter();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        COMPILER.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes);
      Files.createDirectories(generated);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      // Else the compiler looks for sources on the class path, and finds the golden ones there.
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(folder.resolve("src")));
      List<String> flags = new ArrayList<>(options);
      flags.add("-Xlint:all,-processing,-classfile,-auxiliaryclass");
      flags.add("-parameters");
      var task = COMPILER.getTask(console, files, found, flags, null, sourceFiles(files));
      if (processor) {
        List<Processor> processors = new ArrayList<>(others);
        processors.add(new ContractProcessor());
        task.setProcessors(processors);
      }
      boolean success = task.call();
      List<String> notes = new ArrayList<>(messages(found, false));
      notes.add(console.toString());
      return new Result(success, messages(found, true), notes, classes, generated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> classPath() {
    List<Path> path = new ArrayList<>(libraries);
    path.addAll(classPathOfTests());
    path.add(Runtime.CLASSES);
    return path;
  }

  private static List<Path> classPathOfTests() {
    String surefire = System.getProperty("surefire.test.class.path");
    String text = surefire == null ? System.getProperty("java.class.path") : surefire;
    return Stream.of(text.split(File.pathSeparator)).map(Path::of).toList();
  }

  private Iterable<? extends JavaFileObject> sourceFiles(StandardJavaFileManager files)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    for (var source : sources.entrySet()) {
      Path path = folder.resolve("src/" + source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, source.getValue()));
    }
    return files.getJavaFileObjectsFromPaths(paths);
  }

  private static List<String> messages(DiagnosticCollector<JavaFileObject> found, boolean errors) {
    List<String> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
      if (errors == (one.getKind() == Diagnostic.Kind.ERROR)) {
        String place =
            one.getSource() == null ? "" : one.getSource().getName() + ":" + one.getLineNumber();
        messages.add(place + ": " + one.getMessage(null));
      }
    }
    return messages;
  }

  /** What generated code compiles against; built from the sources of weft-mesh, once. */
  static final class Runtime {
    static final Path CLASSES = compile();

    private Runtime() {}

    private static Path compile() {
      Path mesh =
          Path.of(System.getProperty("weft.mesh.sources", "../verticles/mesh/src/main/java"));
      DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
      try (StandardJavaFileManager files =
              COMPILER.getStandardFileManager(found, null, StandardCharsets.UTF_8);
          Stream<Path> wire = Files.list(mesh.resolve("io/weft/wire"))) {
        Path classes = Files.createTempDirectory("weft-runtime");
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(mesh));
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPathOfTests());
        List<Path> roots = new ArrayList<>(wire.toList());
        roots.add(mesh.resolve("io/weft/call/Contract.java"));
        var task =
            COMPILER.getTask(
                new StringWriter(),
                files,
                found,
                List.of("-proc:none"),
                null,
                files.getJavaFileObjectsFromPaths(roots));
        if (!task.call()) {
          throw new IllegalStateException("runtime: " + messages(found, true));
        }
        return classes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
