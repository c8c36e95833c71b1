package io.weft.node.host;

import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The classes of the users' jars, on top of those of {@code weft.jar}. */
public final class UserJars {
  private final List<Path> jars;
  private final ClassLoader loader;

  private UserJars(List<Path> jars, ClassLoader loader) {
    this.jars = jars;
    this.loader = loader;
  }

  /**
   * Opens jars.
   *
   * @param jars files; none means the classes of this process
   * @return the classes
   * @throws Refusal for a file that is no jar
   */
  public static UserJars open(List<Path> jars) {
    ClassLoader own = UserJars.class.getClassLoader();
    if (jars.isEmpty()) {
      return new UserJars(List.of(), own);
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      check(jar);
      try {
        urls.add(jar.toUri().toURL());
      } catch (MalformedURLException e) {
        throw Refusal.usage("not a file: " + jar);
      }
    }
    return new UserJars(
        List.copyOf(jars), new URLClassLoader("user", urls.toArray(URL[]::new), own));
  }

  private static void check(Path jar) {
    if (!Files.exists(jar)) {
      throw Refusal.notFound(
          "no file " + jar.toAbsolutePath() + "; expected: a jar with your classes");
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.size();
    } catch (ZipException e) {
      throw Refusal.usage(jar.toAbsolutePath() + " is not a jar (" + e.getMessage() + ")");
    } catch (IOException e) {
      throw Refusal.failure("cannot read " + jar.toAbsolutePath() + ": " + e.getMessage());
    }
  }

  /**
   * The loader of the classes.
   *
   * @return a loader whose parent is that of this process
   */
  public ClassLoader loader() {
    return loader;
  }

  /**
   * Loads a class.
   *
   * @param name its full name; a nested class with {@code $}
   * @return what it can do
   * @throws Refusal when there is no such class or it cannot be loaded
   */
  public UserClass load(String name) {
    try {
      return new UserClass(Class.forName(name, true, loader));
    } catch (ClassNotFoundException e) {
      throw Refusal.notFound(
          "no class " + name + " in " + places() + suffix(Nearest.hint(name, names())));
    } catch (LinkageError e) {
      throw Refusal.failure(
          "class "
              + name
              + " cannot be loaded: "
              + e
              + "; expected: a jar that holds what the class needs, built for Java "
              + Runtime.version().feature()
              + " or older and this Weft");
    }
  }

  private static String suffix(String hint) {
    return hint.isEmpty() ? "" : "; " + hint;
  }

  private String places() {
    return jars.isEmpty()
        ? "weft.jar (give yours with --jar)"
        : String.join(", ", jars.stream().map(Path::toString).toList());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        zip.stream()
            .map(entry -> entry.getName())
            .filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF/"))
            .map(entry -> entry.substring(0, entry.length() - 6).replace('/', '.'))
            .filter(entry -> !entry.endsWith("-info"))
            .forEach(names::add);
      } catch (IOException e) {
        // Only a hint is lost; the jar could be read when the node started.
      }
    }
    return names;
  }
}
