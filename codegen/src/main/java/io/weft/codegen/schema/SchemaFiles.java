package io.weft.codegen.schema;

import io.weft.codegen.model.Declared;
import io.weft.codegen.model.Method;
import io.weft.codegen.model.Model;
import io.weft.codegen.model.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Divides a model into {@code .proto} files: one for each service with the types that only it
 * knows, one for each top-level type with what is nested in it.
 */
public final class SchemaFiles {
  private static final Map<String, String> GOOGLE =
      Map.of(
          "Timestamp", "google/protobuf/timestamp.proto",
          "Duration", "google/protobuf/duration.proto",
          "Struct", "google/protobuf/struct.proto",
          "ListValue", "google/protobuf/struct.proto",
          "Empty", "google/protobuf/empty.proto");
  private static final String GOOGLE_PACKAGE = "google.protobuf.";

  private final Model model;
  private final SortedMap<String, SchemaFile> files = new TreeMap<>();

  private SchemaFiles(Model model) {
    this.model = model;
  }

  /**
   * A resource to write.
   *
   * @param content the bytes
   * @param origin the binary name of the Java type it was made for
   */
  public record Resource(byte[] content, String origin) {}

  /**
   * Divides a model.
   *
   * @param model the contracts
   * @return its files
   */
  public static SchemaFiles of(Model model) {
    SchemaFiles all = new SchemaFiles(model);
    SortedMap<String, List<Declared>> types = new TreeMap<>();
    Map<String, Service> services = new TreeMap<>();
    for (Service service : model.services()) {
      services.put(service.name() + SchemaFile.SUFFIX, service);
      types.put(service.name() + SchemaFile.SUFFIX, new ArrayList<>());
    }
    for (Declared declared : model.types().values()) {
      types.computeIfAbsent(declared.identity().file(), f -> new ArrayList<>()).add(declared);
    }
    types.forEach(
        (name, declared) -> {
          Service service = services.get(name);
          List<String> imports = all.imports(name, service, declared);
          all.files.put(name, new SchemaFile(name, service, List.copyOf(declared), imports));
        });
    return all;
  }

  private List<String> imports(String file, @Nullable Service service, List<Declared> types) {
    Set<String> mentioned = new TreeSet<>();
    types.forEach(t -> mentioned.addAll(Model.mentions(t)));
    if (service != null) {
      for (Method method : service.methods()) {
        mentioned.add(method.flow().request().proto());
        mentioned.add(method.flow().reply().proto());
        method.flow().errors().forEach(e -> mentioned.add(e.proto()));
      }
    }
    Set<String> imports = new TreeSet<>();
    for (String name : mentioned) {
      Declared declared = model.types().get(name);
      if (declared != null) {
        imports.add(declared.identity().file());
      } else if (name.startsWith(GOOGLE_PACKAGE)) {
        String simple = name.substring(GOOGLE_PACKAGE.length());
        imports.add(GOOGLE.getOrDefault(simple, "google/protobuf/wrappers.proto"));
      }
    }
    imports.remove(file);
    return List.copyOf(imports);
  }

  /**
   * Looks for files that import each other, which protobuf forbids.
   *
   * @return the fault with its remedy, null when there is none
   */
  public @Nullable String cycle() {
    for (String name : files.keySet()) {
      List<String> path = path(name, name, new LinkedHashSet<>());
      if (path != null) {
        return "the .proto files "
            + String.join(" -> ", path)
            + " -> "
            + name
            + " import each other (remedy: nest these types in one another, so that they share a"
            + " file, or move a type that is nested in a service interface out of it)";
      }
    }
    return null;
  }

  private @Nullable List<String> path(String from, String to, LinkedHashSet<String> seen) {
    SchemaFile file = files.get(from);
    if (file == null || !seen.add(from)) {
      return null;
    }
    for (String next : file.imports()) {
      List<String> path = next.equals(to) ? List.copyOf(seen) : path(next, to, seen);
      if (path != null) {
        return path;
      }
    }
    seen.remove(from);
    return null;
  }

  /**
   * Writes all resources.
   *
   * @return content by name below {@code META-INF/weft/}
   */
  public SortedMap<String, Resource> resources() {
    SortedMap<String, Resource> resources = new TreeMap<>();
    for (SchemaFile file : files.values()) {
      String text = new ProtoWriter(file, packages()).write();
      resources.put(file.name(), new Resource(utf8(text), file.origin()));
      Service service = file.service();
      if (service != null && service.generate()) {
        byte[] set = DescriptorWriter.write(closure(file));
        resources.put(service.name() + ".desc", new Resource(set, service.java()));
        String ts = new TypeScriptWriter(service, model).write();
        resources.put(service.name() + ".ts", new Resource(utf8(ts), service.java()));
      }
    }
    for (String event : model.events()) {
      Declared.Identity identity = model.type(event).identity();
      SchemaFile file = Objects.requireNonNull(files.get(identity.file()), identity.file());
      byte[] set = DescriptorWriter.write(closure(file));
      resources.put(event + ".desc", new Resource(set, identity.java()));
    }
    return resources;
  }

  private Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    files.values().forEach(f -> packages.add(f.owner()));
    return packages;
  }

  /** A file and everything it imports, imports first. */
  private List<SchemaFile> closure(SchemaFile file) {
    LinkedHashSet<SchemaFile> all = new LinkedHashSet<>();
    close(file, all);
    return List.copyOf(all);
  }

  private void close(SchemaFile file, LinkedHashSet<SchemaFile> all) {
    for (String name : file.imports()) {
      SchemaFile next = files.get(name);
      if (next != null && !all.contains(next)) {
        close(next, all);
      }
    }
    all.add(file);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
