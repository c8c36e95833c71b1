package io.weft.codegen.read;

import io.weft.codegen.model.ContractError;
import io.weft.codegen.model.Declared;
import io.weft.codegen.model.Declared.Identity;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Field.Use;
import io.weft.codegen.model.Kind;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Numbering.Group;
import io.weft.codegen.model.Numbering.Member;
import io.weft.codegen.model.Numbering.Numbers;
import io.weft.codegen.model.Numbering.Presence;
import io.weft.codegen.model.Numbering.Scope;
import io.weft.codegen.model.Type;
import io.weft.codegen.read.TypeReader.Where;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads records, sealed interfaces and enums, each once; recursive types are fine. */
final class DeclaredReader {
  private final Env env;
  private final Consumer<ContractError> problems;
  private final TypeReader types;
  private final SortedMap<String, Declared> done = new TreeMap<>();
  private final Map<String, Type> references = new HashMap<>();
  private final Map<String, Identity> identities = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Deque<TypeElement> waiting = new ArrayDeque<>();
  private final Set<TypeElement> services = new HashSet<>();
  private String home = "";

  DeclaredReader(Env env, Consumer<ContractError> problems) {
    this.env = env;
    this.problems = problems;
    this.types = new TypeReader(env, this);
  }

  TypeReader types() {
    return types;
  }

  SortedMap<String, Declared> done() {
    return done;
  }

  /** The services in whose files types were found. */
  Set<TypeElement> services() {
    return services;
  }

  /** Codecs of types that no compilation owns go to the package of the contract that is read. */
  void home(String contractPackage) {
    home = contractPackage;
  }

  Type reference(TypeElement element, Where where) {
    String java = env.binary(element);
    Type known = references.get(java);
    if (known != null) {
      return known;
    }
    if (!element.getTypeParameters().isEmpty()) {
      throw where.error(
          "generic type " + element.getQualifiedName(), "write a record for each use");
    }
    if (element.getModifiers().contains(Modifier.PRIVATE)) {
      throw where.error(
          "private type " + element.getQualifiedName(), "make it visible in its package");
    }
    Interfaces.identifier(element);
    Kind kind = element.getKind() == ElementKind.ENUM ? Kind.ENUM : Kind.MESSAGE;
    Identity identity = identity(element, where);
    claim(identity.proto(), java, where);
    Type type = new Type(kind, java, identity.proto(), identity.codec());
    references.put(java, type);
    identities.put(java, identity);
    waiting.add(element);
    return type;
  }

  /** Makes sure that a protobuf name belongs to one Java type only. */
  void claim(String proto, String java, Where where) {
    String owner = owners.putIfAbsent(proto, java);
    if (owner != null && !owner.equals(java)) {
      throw where.error(
          owner + " and " + java + " would both be the protobuf message " + proto,
          "rename one of them");
    }
  }

  void add(Declared declared) {
    done.put(declared.identity().proto(), declared);
  }

  /** Reads the bodies of all types that were mentioned. */
  void drain() {
    while (!waiting.isEmpty()) {
      TypeElement element = waiting.remove();
      try {
        add(read(element));
      } catch (ContractError error) {
        problems.accept(error);
      }
    }
  }

  private Declared read(TypeElement element) {
    Identity identity = Objects.requireNonNull(identities.get(env.binary(element)), "identity");
    return switch (element.getKind()) {
      case ENUM -> enumeration(element, identity);
      case RECORD -> message(element, identity);
      default -> union(element, identity);
    };
  }

  private Declared.Message message(TypeElement element, Identity identity) {
    List<String> names = new ArrayList<>();
    List<Use> uses = new ArrayList<>();
    List<Element> places = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      TypeMirror type = component.asType();
      Element at = Env.position(element, component);
      try {
        String name = Interfaces.identifier(at);
        Where where = new Where(element.getSimpleName() + "." + name, at);
        boolean nullable = Env.nullable(component, type);
        uses.add(types.use(type, nullable, where));
        names.add(name);
        places.add(at);
      } catch (ContractError error) {
        problems.accept(error);
      }
    }
    Members members = new Members(names, uses, places);
    Scope scope = new Scope(Group.MESSAGE, identity.proto(), element);
    return message(identity, Declared.Form.RECORD, members, scope);
  }

  /**
   * Members on their way to become fields.
   *
   * @param names Java names
   * @param uses types
   * @param places elements
   */
  record Members(List<String> names, List<Use> uses, List<? extends Element> places) {}

  Declared.Message message(Identity identity, Declared.Form form, Members members, Scope scope) {
    List<Member> wanted = new ArrayList<>();
    Map<String, String> json = new HashMap<>();
    for (int i = 0; i < members.names().size(); i++) {
      String name = members.names().get(i);
      String snake = Names.snake(name);
      String twin = json.put(Names.json(snake), name);
      if (twin != null) {
        throw new ContractError(
            members.places().get(i),
            Names.last(identity.proto())
                + ": "
                + twin
                + " and "
                + name
                + " would be one field in protobuf or JSON (remedy: rename one)");
      }
      Use use = members.uses().get(i);
      Element at = members.places().get(i);
      Member member = Member.of(snake, use.text(), use.presence(), at);
      // On the method that a wrapper stands for, @Tag is the number of the method.
      wanted.add(
          form == Declared.Form.WRAPPER
              ? new Member(snake, member.type(), member.presence(), null, at)
              : member);
    }
    Numbers numbers = number(scope, wanted, identity);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Use use = members.uses().get(i);
      if (use.arity() == Field.Arity.PLAIN && numbers.optional().contains(wanted.get(i).name())) {
        use = new Use(Field.Arity.NULLABLE, use.type(), null, use.java());
      }
      // What is asked of parameters must go with them; a record keeps its own annotations.
      Field.Constraints constraints =
          form == Declared.Form.CARRIER
              ? Constraints.of(members.places().get(i))
              : Field.Constraints.NONE;
      fields.add(new Field(members.names().get(i), numbers.numbers().get(i), use, constraints));
    }
    return new Declared.Message(identity, form, List.copyOf(fields), numbers.reserved());
  }

  private Declared.Union union(TypeElement element, Identity identity) {
    List<Member> wanted = new ArrayList<>();
    List<Type> cases = new ArrayList<>();
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      TypeElement sub = (TypeElement) ((DeclaredType) permitted).asElement();
      String name = sub.getSimpleName().toString();
      Where where = new Where(element.getSimpleName() + " permits " + name, element);
      boolean union = sub.getKind().isInterface() && sub.getModifiers().contains(Modifier.SEALED);
      if (sub.getKind() != ElementKind.RECORD && !union) {
        throw where.error(name + " is not a record", "permit records and sealed interfaces only");
      }
      Type type = reference(sub, where);
      cases.add(type);
      wanted.add(new Member(Names.snake(name), type.proto(), Presence.IMPLICIT, null, element));
    }
    Scope scope = new Scope(Group.MESSAGE, identity.proto(), element);
    Numbers numbers = number(scope, wanted, identity);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Type type = cases.get(i);
      Use use = new Use(Field.Arity.NULLABLE, type, null, type.java());
      fields.add(new Field(wanted.get(i).name(), numbers.numbers().get(i), use));
    }
    return new Declared.Union(identity, List.copyOf(fields), numbers.reserved());
  }

  private Declared.Enumeration enumeration(TypeElement element, Identity identity) {
    List<Member> wanted = new ArrayList<>();
    for (Element constant : element.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        wanted.add(Member.of(Interfaces.identifier(constant), "", Presence.IMPLICIT, constant));
      }
    }
    if (wanted.isEmpty()) {
      throw new ContractError(
          element, element.getSimpleName() + ": enum without constants (remedy: add one)");
    }
    Numbers numbers = number(new Scope(Group.ENUM, identity.proto(), element), wanted, identity);
    List<Declared.Constant> constants = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      constants.add(new Declared.Constant(wanted.get(i).name(), numbers.numbers().get(i)));
    }
    return new Declared.Enumeration(identity, List.copyOf(constants), numbers.reserved());
  }

  private Numbers number(Scope scope, List<Member> members, Identity identity) {
    return identity.generate()
        ? env.numbering().assign(scope, members)
        : env.numbering().adopt(scope, members, env.schemaOf(identity.codec()));
  }

  private Identity identity(TypeElement element, Where where) {
    String java = env.binary(element);
    String owner = env.packageOf(element);
    String proto = Names.flat(java);
    String file = Names.join(owner, env.outermost(element).getSimpleName().toString());
    TypeElement service = Interfaces.enclosing(element);
    if (service != null) {
      services.add(service);
      file = Interfaces.serviceName(service);
      proto = file + Names.flat(java.substring(env.binary(service).length()));
    }
    String codec = Names.flat(java) + "Codec";
    boolean generate = true;
    if (!env.compiledNow(element)) {
      generate = env.find(codec) == null;
      if (generate && !owner.equals(home)) {
        if (!Env.effectivelyPublic(element)) {
          throw where.error("type " + java + " is not public", "make it public");
        }
        codec = Names.join(home, "Foreign_" + codec.replace('.', '_'));
      }
    }
    return new Identity(java, proto, file + ".proto", codec, generate);
  }
}
