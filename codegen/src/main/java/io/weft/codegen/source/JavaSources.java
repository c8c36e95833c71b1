package io.weft.codegen.source;

import io.weft.codegen.model.Declared;
import io.weft.codegen.model.Declared.Form;
import io.weft.codegen.model.Model;
import io.weft.codegen.model.Service;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All Java sources of a model. */
public final class JavaSources {
  private final Model model;
  private final Predicate<String> exists;
  private final SortedMap<String, Source> sources = new TreeMap<>();

  private JavaSources(Model model, Predicate<String> exists) {
    this.model = model;
    this.exists = exists;
  }

  /**
   * A source file.
   *
   * @param text its content
   * @param origin the binary name of the Java type it was made for
   */
  public record Source(String text, String origin) {}

  /**
   * Writes everything that belongs to the compilation.
   *
   * @param model the contracts
   * @param exists whether a class with a binary name is known to the compiler
   * @return sources by binary class name
   */
  public static SortedMap<String, Source> write(Model model, Predicate<String> exists) {
    JavaSources all = new JavaSources(model, exists);
    for (Service service : model.services()) {
      if (service.generate()) {
        all.service(service);
      }
    }
    for (Declared declared : model.types().values()) {
      if (declared.identity().generate()) {
        all.declared(declared);
      }
    }
    return all.sources;
  }

  private void service(Service service) {
    ServiceWriter writer = new ServiceWriter(service, model);
    JavaFile proxy = file(service.generated("Proxy"), List.of(service.java()));
    writer.proxy(proxy);
    add(proxy, service.java());
    JavaFile skeleton = file(service.generated("Skeleton"), List.of());
    writer.skeleton(skeleton);
    add(skeleton, service.java());
    JavaFile specs = file(service.generated("Specs"), List.of());
    new SpecsWriter(specs, service, model).write();
    add(specs, service.java());
  }

  private void declared(Declared declared) {
    JavaFile codec = file(declared.identity().codec(), List.of());
    boolean immutable = model.immutable(declared);
    String origin = origin(declared);
    if (declared instanceof Declared.Message message) {
      new MessageWriter(codec, message).write(immutable);
      if (message.form() == Form.CARRIER) {
        JavaFile carrier = file(message.identity().java(), List.of());
        new CarrierWriter(carrier, message).write();
        add(carrier, origin);
      }
    } else if (declared instanceof Declared.Union union) {
      new UnionWriter(codec, union).write(immutable);
    } else if (declared instanceof Declared.Enumeration enumeration) {
      new EnumWriter(codec, enumeration).write();
    }
    add(codec, origin);
  }

  /** Messages made for methods come from the service in whose file they are. */
  private String origin(Declared declared) {
    boolean own = declared instanceof Declared.Message m && m.form() != Form.RECORD;
    return own
        ? model.services().stream()
            .filter(s -> (s.name() + ".proto").equals(declared.identity().file()))
            .map(Service::java)
            .findFirst()
            .orElse(declared.identity().java())
        : declared.identity().java();
  }

  private JavaFile file(String name, List<String> inherits) {
    return new JavaFile(name, inherits, exists);
  }

  private void add(JavaFile file, String origin) {
    sources.put(file.name(), new Source(file.toString(), origin));
  }
}
