package io.weft.codegen.read;

import io.weft.codegen.model.ContractError;
import io.weft.codegen.model.Method;
import io.weft.codegen.model.Method.Flow;
import io.weft.codegen.model.Method.Parameter;
import io.weft.codegen.model.Method.Payload;
import io.weft.codegen.model.Model;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Numbering.Group;
import io.weft.codegen.model.Numbering.Member;
import io.weft.codegen.model.Numbering.Numbers;
import io.weft.codegen.model.Numbering.Presence;
import io.weft.codegen.model.Numbering.Scope;
import io.weft.codegen.model.Service;
import io.weft.codegen.model.Type;
import io.weft.codegen.read.TypeReader.Where;
import io.weft.contract.MeshService;
import io.weft.contract.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;

/** Reads service interfaces, events and all types they reach into one {@link Model}. */
public final class ContractReader {
  private final Env env;
  private final Consumer<ContractError> problems;
  private final DeclaredReader declared;
  private final Map<String, Service> services = new TreeMap<>();
  private final Set<String> read = new HashSet<>();
  private final SortedSet<String> events = new TreeSet<>();

  /**
   * Creates a reader for one round of a compilation.
   *
   * @param env the compiler
   * @param problems is told every fault
   */
  public ContractReader(Env env, Consumer<ContractError> problems) {
    this.env = env;
    this.problems = problems;
    this.declared = new DeclaredReader(env, problems);
  }

  /**
   * Reads interfaces and events.
   *
   * @param contracts types with {@code @MeshService}
   * @param eventTypes types with {@code @MeshEvent}
   * @return what they say; incomplete when there were problems
   * @throws Unresolved when a type does not exist yet
   */
  public Model read(Collection<TypeElement> contracts, Collection<TypeElement> eventTypes) {
    sorted(contracts).forEach(this::add);
    sorted(eventTypes).forEach(this::event);
    while (!read.containsAll(declared.services().stream().map(env::binary).toList())) {
      List.copyOf(declared.services()).forEach(this::add);
    }
    return new Model(List.copyOf(services.values()), events, declared.done());
  }

  private static List<TypeElement> sorted(Collection<TypeElement> types) {
    return types.stream()
        .sorted(Comparator.comparing(t -> t.getQualifiedName().toString()))
        .toList();
  }

  private void event(TypeElement type) {
    try {
      checkEvent(type);
      declared.home(env.packageOf(type));
      events.add(declared.reference(type, new Where("@MeshEvent", type)).proto());
      declared.drain();
    } catch (ContractError error) {
      problems.accept(error);
    }
  }

  private static void checkEvent(TypeElement type) {
    boolean sealed = type.getModifiers().contains(Modifier.SEALED);
    String remedy =
        switch (type.getKind()) {
          case RECORD -> "";
          case ENUM -> "publish a record that holds it";
          case INTERFACE -> sealed ? "" : "make it a sealed interface of records";
          case CLASS -> sealed ? "make it a sealed interface of records" : "make it a record";
          default -> "annotate a record";
        };
    if (!remedy.isEmpty()) {
      throw new ContractError(
          type,
          "@MeshEvent on "
              + type.getSimpleName()
              + ", which is neither a record nor a sealed interface (remedy: "
              + remedy
              + ")");
    }
  }

  private void add(TypeElement type) {
    if (!read.add(env.binary(type))) {
      return;
    }
    try {
      Interfaces.check(type);
      Service twin = services.get(Interfaces.serviceName(type));
      if (twin != null) {
        throw new ContractError(
            type,
            "service "
                + twin.name()
                + " is declared by "
                + twin.java()
                + " too (remedy: give one another name in @MeshService, or move it to another"
                + " module)");
      }
      Service service = service(type);
      services.put(service.name(), service);
    } catch (ContractError error) {
      problems.accept(error);
    }
  }

  private Service service(TypeElement type) {
    declared.home(env.packageOf(type));
    MeshService annotation = type.getAnnotation(MeshService.class);
    String name = Interfaces.serviceName(type);
    Service head =
        new Service(
            env.binary(type),
            name,
            annotation == null ? 1 : annotation.version(),
            env.compiledNow(type),
            List.of());
    declared.claim(name, head.java(), new Where(name, type));
    List<Draft> drafts = new ArrayList<>();
    Map<String, String> spellings = new HashMap<>();
    for (ExecutableElement method : Interfaces.methods(env, type)) {
      try {
        Draft draft = draft(head, type, method);
        String twin = spellings.put(Names.upperSnake(draft.name()), draft.name());
        if (twin != null) {
          throw new ContractError(
              method,
              twin + " and " + draft.name() + " differ in spelling only (remedy: rename one)");
        }
        drafts.add(draft);
      } catch (ContractError error) {
        problems.accept(error);
      }
    }
    declared.drain();
    return new Service(
        head.java(), name, head.version(), head.generate(), number(type, head, drafts));
  }

  private List<Method> number(TypeElement type, Service head, List<Draft> drafts) {
    List<Member> members = new ArrayList<>();
    for (Draft draft : drafts) {
      members.add(Member.of(draft.name(), draft.flow().text(), Presence.IMPLICIT, draft.element()));
    }
    Scope scope = new Scope(Group.SERVICE, head.versioned(head.name()), type);
    Numbers numbers =
        head.generate()
            ? env.numbering().assign(scope, members)
            : env.numbering().adopt(scope, members, null);
    List<Method> methods = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      methods.add(
          new Method(
              draft.name(),
              numbers.numbers().get(i),
              draft.signature(),
              draft.flow(),
              draft.policy()));
    }
    return List.copyOf(methods);
  }

  /**
   * A method without its number.
   *
   * @param element its element
   * @param signature its Java form
   * @param flow what travels
   * @param policy what it promises
   */
  private record Draft(
      ExecutableElement element, Method.Signature signature, Flow flow, Method.Policy policy) {
    String name() {
      return element.getSimpleName().toString();
    }
  }

  private Draft draft(Service service, TypeElement type, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (!method.getTypeParameters().isEmpty()) {
      throw new ContractError(
          method, "generic method " + name + " (remedy: name the types it works with)");
    }
    ExecutableType seen =
        (ExecutableType) env.types().asMemberOf((DeclaredType) type.asType(), method);
    Payloads payloads = new Payloads(env, declared, service, method);
    Shape shape = payloads.shape(seen);
    Payload request = payloads.request(shape, seen);
    Payload reply = payloads.reply(shape, seen);
    List<Type> errors = payloads.errors();
    List<Parameter> parameters = payloads.parameters();
    String returns =
        switch (shape) {
          case ONE_WAY -> "void";
          case UNARY, CLIENT_STREAM -> "io.vertx.core.Future<" + reply.java() + ">";
          default -> "io.vertx.core.streams.ReadStream<" + reply.java() + ">";
        };
    return new Draft(
        method,
        new Method.Signature(returns, parameters),
        new Flow(shape, request, reply, errors),
        PolicyReader.read(type, method, shape));
  }
}
