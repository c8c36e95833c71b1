package io.weft.codegen.read;

import io.weft.codegen.model.ContractError;
import io.weft.codegen.model.Declared.Form;
import io.weft.codegen.model.Declared.Identity;
import io.weft.codegen.model.Declared.Message;
import io.weft.codegen.model.Field.Arity;
import io.weft.codegen.model.Field.Use;
import io.weft.codegen.model.Kind;
import io.weft.codegen.model.Method.Parameter;
import io.weft.codegen.model.Method.Payload;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Numbering.Group;
import io.weft.codegen.model.Numbering.Scope;
import io.weft.codegen.model.Service;
import io.weft.codegen.model.Type;
import io.weft.codegen.read.DeclaredReader.Members;
import io.weft.codegen.read.TypeReader.Where;
import io.weft.contract.Fails;
import io.weft.contract.OneWay;
import io.weft.contract.Shape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out what a method's messages are. */
final class Payloads {
  private static final String FUTURE = "io.vertx.core.Future";
  private static final String STREAM = "io.vertx.core.streams.ReadStream";
  private static final String WELL_KNOWN = "io.weft.wire.WellKnown";

  private final Env env;
  private final DeclaredReader declared;
  private final Service service;
  private final ExecutableElement method;
  private final String name;
  private final List<Parameter> parameters = new ArrayList<>();

  Payloads(Env env, DeclaredReader declared, Service service, ExecutableElement method) {
    this.env = env;
    this.declared = declared;
    this.service = service;
    this.method = method;
    this.name = Interfaces.identifier(method);
  }

  /** The parameters, known after {@link #request}. */
  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  Shape shape(ExecutableType seen) {
    boolean oneWay = method.getAnnotation(OneWay.class) != null;
    if (seen.getReturnType().getKind() == TypeKind.VOID) {
      if (!oneWay) {
        throw error("returns void", "return Future<Void>, or add @OneWay if nobody waits for it");
      }
      return Shape.ONE_WAY;
    }
    if (oneWay) {
      throw error("@OneWay with a result", "return void, or drop @OneWay");
    }
    boolean streams =
        seen.getParameterTypes().stream().anyMatch(t -> TypeReader.qualified(t).equals(STREAM));
    return switch (TypeReader.qualified(seen.getReturnType())) {
      case FUTURE -> streams ? Shape.CLIENT_STREAM : Shape.UNARY;
      case STREAM -> streams ? Shape.BIDIRECTIONAL : Shape.SERVER_STREAM;
      default ->
          throw error(
              "returns " + seen.getReturnType(),
              "return Future<T> for one reply, ReadStream<T> for many, void with @OneWay for none");
    };
  }

  Payload request(Shape shape, ExecutableType seen) {
    List<? extends TypeMirror> types = seen.getParameterTypes();
    if (shape.streamsRequests() || types.stream().anyMatch(this::stream)) {
      if (types.size() != 1 || shape == Shape.ONE_WAY) {
        throw error(
            "a ReadStream beside other parameters",
            "make it the only parameter; send the rest as first item, or in a record with each item");
      }
      TypeMirror itemType = argument(types.get(0));
      Payload item = item(itemType, "Item");
      if (Constraints.onWhole(itemType.getAnnotationMirrors())) {
        throw unchecked("the items of a stream");
      }
      String parameter = method.getParameters().get(0).getSimpleName().toString();
      parameters.add(new Parameter(parameter, STREAM + "<" + item.java() + ">"));
      return item;
    }
    List<String> names = new ArrayList<>();
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      TypeMirror type = types.get(i);
      String label = Interfaces.identifier(parameter);
      Where where = new Where(name + "(" + label + ")", parameter);
      if (method.isVarArgs() && i == types.size() - 1) {
        throw where.error("variable arguments", "use List");
      }
      Use use = declared.types().use(type, Env.nullable(parameter, type), where);
      names.add(label);
      uses.add(use);
      parameters.add(new Parameter(label, use.java()));
    }
    if (uses.size() == 1
        && uses.get(0).arity() == Arity.PLAIN
        && uses.get(0).type().kind() == Kind.MESSAGE) {
      if (Constraints.onWhole(method.getParameters().get(0).getAnnotationMirrors())) {
        throw unchecked("a parameter that is the whole request");
      }
      return direct(uses.get(0).type());
    }
    return carrier(new Members(names, uses, method.getParameters()));
  }

  /** Validation looks at classes: what nothing would check must not look as if it were. */
  private ContractError unchecked(String what) {
    return error("constraints on " + what, "put them on a record or its components");
  }

  Payload reply(Shape shape, ExecutableType seen) {
    if (shape == Shape.ONE_WAY) {
      return new Payload("void", "google.protobuf.Empty", WELL_KNOWN, "EMPTY", false);
    }
    return item(argument(seen.getReturnType()), "Reply");
  }

  List<Type> errors() {
    AnnotationMirror fails = Env.mirror(method, Fails.class.getName());
    AnnotationValue value = fails == null ? null : Env.value(fails, "value");
    List<Type> errors = new ArrayList<>();
    if (value != null && value.getValue() instanceof List<?> classes) {
      for (Object item : classes) {
        TypeMirror type = (TypeMirror) ((AnnotationValue) item).getValue();
        Where where = new Where("@Fails of " + name, method);
        if (!(type instanceof DeclaredType declaredType)
            || declaredType.asElement().getKind() != ElementKind.RECORD) {
          throw where.error("type " + type, "name records");
        }
        errors.add(declared.types().single(type, where));
      }
    }
    return List.copyOf(errors);
  }

  /** A reply or stream item: as it is when protobuf has a message for it, else wrapped. */
  private Payload item(TypeMirror type, String suffix) {
    Where where = new Where(name, method);
    if (TypeReader.qualified(type).equals("java.lang.Void")) {
      if (!suffix.equals("Reply")) {
        throw where.error("a stream of Void", "name the type of its items");
      }
      return new Payload("java.lang.Void", "google.protobuf.Empty", WELL_KNOWN, "EMPTY", false);
    }
    Use use = declared.types().use(type, Env.nullable(type), where);
    Type inner = use.type();
    if (use.arity() != Arity.PLAIN) {
      return wrapper(use, suffix);
    }
    return switch (inner.kind()) {
      case MESSAGE -> direct(inner);
      case DOUBLE -> wellKnown(inner, "DoubleValue", "DOUBLE");
      case FLOAT -> wellKnown(inner, "FloatValue", "FLOAT");
      case INT -> wellKnown(inner, "Int32Value", "INT32");
      case LONG -> wellKnown(inner, "Int64Value", "INT64");
      case BOOLEAN -> wellKnown(inner, "BoolValue", "BOOL");
      case STRING -> wellKnown(inner, "StringValue", "STRING");
      case BYTES -> wellKnown(inner, "BytesValue", "BYTES");
      case BUFFER -> wellKnown(inner, "BytesValue", "BUFFER");
      case TIMESTAMP -> wellKnown(inner, "Timestamp", "TIMESTAMP");
      case DURATION -> wellKnown(inner, "Duration", "DURATION");
      case STRUCT -> wellKnown(inner, "Struct", "STRUCT");
      case LIST_VALUE -> wellKnown(inner, "ListValue", "LIST_VALUE");
      default -> wrapper(use, suffix);
    };
  }

  private Payload direct(Type type) {
    return new Payload(type.java(), type.proto(), type.codec(), "INSTANCE", false);
  }

  private Payload wellKnown(Type type, String proto, String constant) {
    return new Payload(type.java(), "google.protobuf." + proto, WELL_KNOWN, constant, false);
  }

  private Payload wrapper(Use use, String suffix) {
    Members members = new Members(List.of("value"), List.of(use), List.of(method));
    Message message = generated(Form.WRAPPER, suffix, members);
    Identity identity = message.identity();
    return new Payload(use.java(), identity.proto(), identity.codec(), "INSTANCE", false);
  }

  private Payload carrier(Members members) {
    Identity identity = generated(Form.CARRIER, "Request", members).identity();
    return new Payload(identity.java(), identity.proto(), identity.codec(), "INSTANCE", true);
  }

  private Message generated(Form form, String suffix, Members members) {
    String tail = Names.capital(name) + suffix;
    String java = service.generated(tail);
    String proto = service.name() + tail;
    Where where = new Where(name, method);
    declared.claim(proto, java, where);
    TypeElement clash = env.find(java);
    if (clash != null && env.compiledNow(clash)) {
      throw where.error(
          "the message of its parameters or reply and your class " + java + " have the same name",
          "rename one");
    }
    Identity identity =
        new Identity(java, proto, service.name() + ".proto", java + "Codec", service.generate());
    Scope scope = new Scope(Group.MESSAGE, service.versioned(proto), method);
    Message message = declared.message(identity, form, members, scope);
    declared.add(message);
    return message;
  }

  private TypeMirror argument(TypeMirror type) {
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    if (arguments.isEmpty()) {
      throw error("raw type " + type, "name what it holds");
    }
    if (arguments.get(0).getKind() == TypeKind.WILDCARD) {
      throw error("wildcard in " + type, "name the type");
    }
    return arguments.get(0);
  }

  private boolean stream(TypeMirror type) {
    return TypeReader.qualified(type).equals(STREAM);
  }

  private ContractError error(String what, String remedy) {
    return new ContractError(method, name + ": " + what + " (remedy: " + remedy + ")");
  }
}
