package io.weft.codegen.schema;

import io.weft.codegen.model.Declared;
import io.weft.codegen.model.Declared.Constant;
import io.weft.codegen.model.Declared.Reserved;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Field.Arity;
import io.weft.codegen.model.Kind;
import io.weft.codegen.model.Method;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Service;
import io.weft.codegen.model.Type;
import java.util.List;

/**
 * Writes {@code google.protobuf.FileDescriptorSet}, field by field as {@code descriptor.proto} has
 * them, so that the processor needs no protobuf library.
 */
final class DescriptorWriter {
  private static final int OPTIONAL = 1;
  private static final int REPEATED = 3;
  private static final int TYPE_MESSAGE = 11;

  private final SchemaFile file;

  private DescriptorWriter(SchemaFile file) {
    this.file = file;
  }

  static byte[] write(List<SchemaFile> files) {
    ProtoBytes set = new ProtoBytes();
    files.forEach(f -> set.message(1, new DescriptorWriter(f).file()));
    return set.toBytes();
  }

  private ProtoBytes file() {
    ProtoBytes out = new ProtoBytes().text(1, file.name());
    if (!file.owner().isEmpty()) {
      out.text(2, file.owner());
    }
    file.imports().forEach(i -> out.text(3, i));
    for (Declared declared : file.types()) {
      if (declared instanceof Declared.Message message) {
        out.message(4, message(message));
      } else if (declared instanceof Declared.Union union) {
        out.message(4, union(union));
      } else if (declared instanceof Declared.Enumeration enumeration) {
        out.message(5, enumeration(enumeration));
      }
    }
    if (file.service() != null) {
      out.message(6, service(file.service()));
    }
    out.message(8, new ProtoBytes().text(1, file.javaPackage()).number(10, 1));
    return out.text(12, "proto3");
  }

  private ProtoBytes message(Declared.Message message) {
    String proto = message.identity().proto();
    ProtoBytes out = new ProtoBytes().text(1, Names.last(proto));
    List<Field> fields = ProtoWriter.sorted(message.fields());
    int oneofs = 0;
    for (Field field : fields) {
      ProtoBytes one = field(field, proto);
      if (ProtoWriter.synthetic(field)) {
        one.number(9, oneofs++).number(17, 1);
      }
      out.message(2, one);
    }
    for (Field field : fields) {
      if (field.use().arity() == Arity.MAP) {
        out.message(3, entry(field));
      }
    }
    for (Field field : fields) {
      if (ProtoWriter.synthetic(field)) {
        out.message(8, new ProtoBytes().text(1, "_" + field.proto()));
      }
    }
    reserved(out, message.reserved());
    return out;
  }

  private ProtoBytes union(Declared.Union union) {
    String proto = union.identity().proto();
    ProtoBytes out = new ProtoBytes().text(1, Names.last(proto));
    for (Field field : ProtoWriter.sorted(union.cases())) {
      out.message(2, field(field, proto).number(9, 0));
    }
    out.message(8, new ProtoBytes().text(1, "kind"));
    reserved(out, union.reserved());
    return out;
  }

  private static void reserved(ProtoBytes out, List<Reserved> reserved) {
    for (Reserved one : reserved) {
      out.message(9, new ProtoBytes().number(1, one.number()).number(2, one.number() + 1L));
    }
    reserved.forEach(one -> out.text(10, one.name()));
  }

  private ProtoBytes field(Field field, String owner) {
    Arity arity = field.use().arity();
    boolean many = arity == Arity.LIST || arity == Arity.SET || arity == Arity.MAP;
    ProtoBytes out = head(field.proto(), field.number(), many ? REPEATED : OPTIONAL);
    if (arity == Arity.MAP) {
      out.number(5, TYPE_MESSAGE).text(6, "." + owner + "." + entryName(field));
    } else {
      type(out, field.use().type());
    }
    return out.text(10, Names.json(field.proto()));
  }

  private static ProtoBytes head(String name, int number, int label) {
    return new ProtoBytes().text(1, name).number(3, number).number(4, label);
  }

  private static void type(ProtoBytes out, Type type) {
    out.number(5, code(type));
    if (type.kind().message() || type.kind() == Kind.ENUM) {
      out.text(6, "." + type.proto());
    }
  }

  private static int code(Type type) {
    return switch (type.proto()) {
      case "double" -> 1;
      case "float" -> 2;
      case "int64" -> 3;
      case "int32" -> 5;
      case "bool" -> 8;
      case "string" -> 9;
      case "bytes" -> 12;
      case "uint32" -> 13;
      default -> type.kind() == Kind.ENUM ? 14 : TYPE_MESSAGE;
    };
  }

  private static ProtoBytes entry(Field field) {
    Type key = new Type(Kind.STRING, "", field.use().keyProto(), "");
    ProtoBytes first = head("key", 1, OPTIONAL);
    type(first, key);
    ProtoBytes second = head("value", 2, OPTIONAL);
    type(second, field.use().type());
    return new ProtoBytes()
        .text(1, entryName(field))
        .message(2, first.text(10, "key"))
        .message(2, second.text(10, "value"))
        .message(7, new ProtoBytes().number(7, 1));
  }

  private static String entryName(Field field) {
    return Names.capital(Names.json(field.proto())) + "Entry";
  }

  private static ProtoBytes enumeration(Declared.Enumeration enumeration) {
    ProtoBytes out = new ProtoBytes().text(1, Names.last(enumeration.identity().proto()));
    for (Constant constant : ProtoWriter.constants(enumeration)) {
      String name = ProtoWriter.constant(enumeration, constant.name());
      out.message(2, new ProtoBytes().text(1, name).number(2, constant.number()));
    }
    for (Reserved one : enumeration.reserved()) {
      out.message(4, new ProtoBytes().number(1, one.number()).number(2, one.number()));
    }
    for (Reserved one : enumeration.reserved()) {
      out.text(5, ProtoWriter.constant(enumeration, one.name()));
    }
    return out;
  }

  private static ProtoBytes service(Service service) {
    ProtoBytes out = new ProtoBytes().text(1, Names.last(service.name()));
    for (Method method : service.methods()) {
      Method.Flow flow = method.flow();
      ProtoBytes one =
          new ProtoBytes()
              .text(1, method.proto())
              .text(2, "." + flow.request().proto())
              .text(3, "." + flow.reply().proto());
      if (ProtoWriter.idempotent(method)) {
        one.message(4, new ProtoBytes().number(34, 2));
      }
      if (flow.shape().streamsRequests()) {
        one.number(5, 1);
      }
      if (flow.shape().streamsReplies()) {
        one.number(6, 1);
      }
      out.message(2, one);
    }
    return out;
  }
}
