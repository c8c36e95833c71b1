package io.weft.codegen.read;

import io.weft.codegen.model.ContractError;
import io.weft.codegen.model.Field.Arity;
import io.weft.codegen.model.Field.Use;
import io.weft.codegen.model.Kind;
import io.weft.codegen.model.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Maps Java types to what they are on the wire, and refuses the others with a remedy. */
final class TypeReader {
  private static final String ALLOWED =
      "allowed: primitives and their boxes, String, byte[], Buffer, enums, records, sealed interfaces"
          + " of records, List, Set, Map, Optional, UUID, Instant, Duration, LocalDate, BigDecimal,"
          + " BigInteger, JsonObject, JsonArray and @DataObject classes";
  private static final Map<String, Kind> BUILT_IN =
      Map.ofEntries(
          Map.entry("java.lang.Integer", Kind.INT),
          Map.entry("java.lang.Short", Kind.SHORT),
          Map.entry("java.lang.Byte", Kind.BYTE),
          Map.entry("java.lang.Character", Kind.CHAR),
          Map.entry("java.lang.Long", Kind.LONG),
          Map.entry("java.lang.Boolean", Kind.BOOLEAN),
          Map.entry("java.lang.Float", Kind.FLOAT),
          Map.entry("java.lang.Double", Kind.DOUBLE),
          Map.entry("java.lang.String", Kind.STRING),
          Map.entry("io.vertx.core.buffer.Buffer", Kind.BUFFER),
          Map.entry("java.util.UUID", Kind.UUID),
          Map.entry("java.time.LocalDate", Kind.LOCAL_DATE),
          Map.entry("java.math.BigDecimal", Kind.BIG_DECIMAL),
          Map.entry("java.math.BigInteger", Kind.BIG_INTEGER),
          Map.entry("java.time.Instant", Kind.TIMESTAMP),
          Map.entry("java.time.Duration", Kind.DURATION),
          Map.entry("io.vertx.core.json.JsonObject", Kind.STRUCT),
          Map.entry("io.vertx.core.json.JsonArray", Kind.LIST_VALUE));
  private static final Map<String, String> REMEDIES =
      Map.of(
          "java.util.Collection", "use List or Set",
          "java.lang.Iterable", "use List or Set",
          "java.util.ArrayList", "use List",
          "java.util.HashSet", "use Set",
          "java.util.HashMap", "use Map",
          "java.util.OptionalInt", "use Optional<Integer>",
          "java.util.OptionalLong", "use Optional<Long>",
          "java.util.OptionalDouble", "use Optional<Double>",
          "java.util.Date", "use Instant",
          "java.time.LocalDateTime", "use Instant, or a String");

  private final Env env;
  private final DeclaredReader declared;

  TypeReader(Env env, DeclaredReader declared) {
    this.env = env;
    this.declared = declared;
  }

  /** The use of a type in a component, a parameter, a reply or a stream item. */
  Use use(TypeMirror type, boolean nullable, Where where) {
    if (type.getKind().isPrimitive() && nullable) {
      throw where.error(type + " is never null", "drop @Nullable or use the boxed type");
    }
    String name = qualified(type);
    Use use =
        switch (name) {
          case "java.util.List" -> list(Arity.LIST, type, where);
          case "java.util.Set" -> list(Arity.SET, type, where);
          case "java.util.Map" -> map(type, where);
          case "java.util.Optional" -> optional(type, where);
          default -> {
            Type single = single(type, where);
            String java = type.getKind().isPrimitive() ? single.unboxed() : single.java();
            yield new Use(nullable ? Arity.NULLABLE : Arity.PLAIN, single, null, java);
          }
        };
    if (nullable && use.arity() != Arity.NULLABLE) {
      throw where.error(
          use.arity() == Arity.OPTIONAL
              ? "an Optional is never null"
              : "a null collection cannot be told from an empty one",
          "drop @Nullable");
    }
    return use;
  }

  private Use list(Arity arity, TypeMirror type, Where where) {
    Type item = argument(type, 0, where);
    if (arity == Arity.SET && (item.kind() == Kind.BYTES || item.kind() == Kind.BUFFER)) {
      throw where.error(
          "a Set of bytes compares by identity or content that may change", "use List");
    }
    String raw = arity == Arity.LIST ? "java.util.List" : "java.util.Set";
    return new Use(arity, item, null, raw + "<" + item.java() + ">");
  }

  private Use map(TypeMirror type, Where where) {
    Type key = argument(type, 0, where);
    switch (key.kind()) {
      case STRING, INT, LONG, BOOLEAN, ENUM -> {}
      default ->
          throw where.error(
              "map key " + key.java(), "use String, Integer, Long, Boolean or an enum as key");
    }
    Type value = argument(type, 1, where);
    String java = "java.util.Map<" + key.java() + ", " + value.java() + ">";
    return new Use(Arity.MAP, value, key, java);
  }

  private Use optional(TypeMirror type, Where where) {
    Type value = argument(type, 0, where);
    return new Use(Arity.OPTIONAL, value, null, "java.util.Optional<" + value.java() + ">");
  }

  private Type argument(TypeMirror type, int index, Where where) {
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    if (arguments.size() <= index) {
      throw where.error("raw type " + type, "say what it holds, for example List<String>");
    }
    TypeMirror argument = arguments.get(index);
    if (argument.getKind() == TypeKind.WILDCARD) {
      throw where.error("wildcard in " + type, "name the type");
    }
    switch (qualified(argument)) {
      case "java.util.List", "java.util.Set", "java.util.Map", "java.util.Optional" ->
          throw where.error(
              "nested collection " + plain(argument) + " in " + plain(type),
              "wrap the inner one in a record");
      default -> {}
    }
    if (Env.nullable(argument)) {
      throw where.error(
          "@Nullable inside " + plain(type), "protobuf has no null there: leave the element out");
    }
    return single(argument, where);
  }

  /** A type that stands for one value. */
  Type single(TypeMirror type, Where where) {
    switch (type.getKind()) {
      case ERROR -> throw new Unresolved(type.toString());
      case TYPEVAR -> throw where.error("type variable " + type, "name the type");
      case ARRAY -> {
        if (((ArrayType) type).getComponentType().getKind() == TypeKind.BYTE) {
          return Type.builtIn(Kind.BYTES, "byte[]");
        }
        throw where.error("array " + plain(type), "use List; of arrays only byte[] is allowed");
      }
      default -> {}
    }
    if (type.getKind().isPrimitive()) {
      String boxed =
          env.types()
              .boxedClass(env.types().getPrimitiveType(type.getKind()))
              .getQualifiedName()
              .toString();
      return Type.builtIn(Objects.requireNonNull(BUILT_IN.get(boxed), boxed), boxed);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      throw where.error("type " + type, ALLOWED);
    }
    return declared(type, where);
  }

  private Type declared(TypeMirror type, Where where) {
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    String name = element.getQualifiedName().toString();
    Kind kind = BUILT_IN.get(name);
    if (kind != null) {
      return Type.builtIn(kind, name);
    }
    if (element.getKind() == ElementKind.ENUM
        || element.getKind() == ElementKind.RECORD
        || element.getModifiers().contains(Modifier.SEALED) && element.getKind().isInterface()) {
      return declared.reference(element, where);
    }
    if (Env.mirror(element, "io.vertx.codegen.annotations.DataObject") != null) {
      return dataObject(element, where);
    }
    if (element.getModifiers().contains(Modifier.SEALED)) {
      throw where.error("sealed class " + name, "make it a sealed interface of records");
    }
    String remedy = REMEDIES.get(name);
    throw where.error(
        (element.getKind().isInterface() ? "interface " : "class ") + name,
        remedy != null ? remedy : "use a record; " + ALLOWED);
  }

  private Type dataObject(TypeElement element, Where where) {
    boolean toJson = false;
    for (ExecutableElement m : ElementFilter.methodsIn(env.elements().getAllMembers(element))) {
      toJson |= m.getSimpleName().contentEquals("toJson") && m.getParameters().isEmpty();
    }
    boolean fromJson = false;
    for (ExecutableElement c : ElementFilter.constructorsIn(element.getEnclosedElements())) {
      fromJson |=
          c.getParameters().size() == 1
              && qualified(c.getParameters().get(0).asType())
                  .equals("io.vertx.core.json.JsonObject")
              && c.getModifiers().contains(Modifier.PUBLIC);
    }
    if (!toJson || !fromJson) {
      throw where.error(
          "@DataObject " + element.getQualifiedName(),
          "it needs a public constructor (JsonObject) and a method toJson()");
    }
    return new Type(Kind.DATA_OBJECT, env.binary(element), Kind.DATA_OBJECT.proto(), "");
  }

  /** The qualified name of a declared type, empty for others. */
  static String qualified(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      throw new Unresolved(type.toString());
    }
    return type.getKind() == TypeKind.DECLARED
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : "";
  }

  private static String plain(TypeMirror type) {
    return type.toString().replaceAll("@[\\w.]+ ?", "").replaceAll("\\b[a-z]\\w*\\.", "");
  }

  /**
   * The place of a type, for messages.
   *
   * @param name for example {@code AddRequest.values}
   * @param at the element to mark
   */
  record Where(String name, Element at) {
    ContractError error(String what, String remedy) {
      return new ContractError(at, name + ": " + what + " (remedy: " + remedy + ")");
    }
  }
}
