package io.weft.codegen.source;

import io.weft.codegen.model.Declared.Form;
import io.weft.codegen.model.Declared.Message;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Field.Arity;
import io.weft.codegen.model.Kind;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the codec of a record, a request message or a wrapped reply. */
final class MessageWriter {
  private static final int WIDTH = 94;

  private final JavaFile file;
  private final Lines body;
  private final Message message;
  private final Set<String> taken = new HashSet<>();
  private final String value;
  private final String in;
  private final String out;
  private final String tag;
  private final Values values;

  MessageWriter(JavaFile file, Message message) {
    this.file = file;
    this.body = file.body();
    this.message = message;
    message.fields().forEach(f -> taken.add(f.name()));
    boolean wrapper = message.form() == Form.WRAPPER;
    this.value = wrapper ? "value" : fresh("value");
    this.in = fresh("in");
    this.out = fresh("out");
    this.tag = fresh("tag");
    this.values = new Values(file, in, out);
  }

  private String fresh(String wanted) {
    String name = Names.free(wanted, taken);
    taken.add(name);
    return name;
  }

  void write(boolean immutable) {
    String type = file.type(javaType());
    CodecFrame.begin(file, type, CodecFrame.schema(message.fields(), message.reserved()));
    body.add("@Override");
    String writer = file.type("io.weft.wire.Writer");
    body.add("public void write(" + type + " " + value + ", " + writer + " " + out + ") {");
    for (Field field : message.fields()) {
      writeField(field);
    }
    body.add("}").add("");
    body.add("@Override");
    String reader = file.type("io.weft.wire.Reader");
    body.add("public " + type + " read(" + reader + " " + in + ") {");
    readFields();
    body.add("}");
    for (Field field : message.fields()) {
      if (field.use().arity() == Arity.MAP) {
        body.add("");
        new MapReader(file, message, field).write();
      }
    }
    CodecFrame.end(file, immutable);
  }

  /** The Java type of whole values. */
  private String javaType() {
    return message.form() == Form.WRAPPER
        ? message.fields().get(0).use().java()
        : message.identity().java();
  }

  private void writeField(Field field) {
    Type type = field.use().type();
    String name = field.name();
    if (message.form() != Form.WRAPPER) {
      String end = message.form() == Form.CARRIER ? "" : "()";
      String local = field.use().arity() == Arity.PLAIN ? type.unboxed() : field.use().java();
      body.add(file.type(local) + " " + name + " = " + value + "." + name + end + ";");
    }
    String mark = fresh(name + "Mark");
    switch (field.use().arity()) {
      case PLAIN -> {
        if (type.kind().hasDefault()) {
          body.add("if (" + values.fill(type.kind().present(), type, name) + ") {");
          values.write(field.tag(), type, name, mark);
          body.add("}");
        } else {
          values.write(field.tag(), type, name, mark);
        }
      }
      case NULLABLE -> {
        body.add("if (" + name + " != null) {");
        values.write(field.tag(), type, name, mark);
        body.add("}");
      }
      case OPTIONAL -> {
        body.add("if (" + name + ".isPresent()) {");
        values.write(field.tag(), type, name + ".get()", mark);
        body.add("}");
      }
      case LIST, SET -> writeAll(field, mark);
      case MAP -> writeMap(field, mark);
    }
  }

  private void writeAll(Field field, String mark) {
    Type type = field.use().type();
    String item = fresh("item");
    String loop = "for (" + file.type(type.unboxed()) + " " + item + " : " + field.name() + ") {";
    if (type.kind().packed()) {
      body.add("if (!" + field.name() + ".isEmpty()) {");
      body.add(out + ".tag(" + field.tag() + ");");
      body.add("int " + mark + " = " + out + ".begin();");
      body.add(loop);
      body.add(values.fill(type.kind().write(), type, item) + ";");
      body.add("}");
      body.add(out + ".end(" + mark + ");");
      body.add("}");
    } else {
      body.add(loop);
      values.write(field.tag(), type, item, mark);
      body.add("}");
    }
    taken.remove(item);
  }

  private void writeMap(Field field, String mark) {
    Field.Use use = field.use();
    Type key = MapReader.key(field);
    String entry = fresh("entry");
    String pair = "java.util.Map$Entry<" + key.java() + ", " + use.type().java() + ">";
    body.add("for (" + file.type(pair) + " " + entry + " : " + field.name() + ".entrySet()) {");
    body.add(out + ".tag(" + field.tag() + ");");
    body.add("int " + mark + " = " + out + ".begin();");
    boolean named = key.kind() == Kind.ENUM;
    Type wire = named ? MapReader.STRING : key;
    String keyValue = entry + ".getKey()" + (named ? ".name()" : "");
    values.write(8 | wire.kind().wireType(), wire, keyValue, mark);
    int valueTag = 16 | use.type().kind().wireType();
    values.write(valueTag, use.type(), entry + ".getValue()", fresh("inner"));
    body.add(out + ".end(" + mark + ");");
    body.add("}");
    taken.remove(entry);
  }

  private void readFields() {
    if (message.form() == Form.WRAPPER) {
      taken.add("value");
    }
    message.fields().forEach(this::declare);
    String next = tag + " = " + in + ".tag()";
    body.add("for (int " + next + "; " + tag + " != 0; " + next + ") {");
    body.add("switch (" + tag + ") {");
    message.fields().forEach(this::readField);
    body.add("default -> " + in + ".skip(" + tag + ");");
    body.add("}").add("}");
    for (Field field : message.fields()) {
      if (field.use().arity() == Arity.PLAIN && !field.use().type().kind().hasDefault()) {
        CodecFrame.checkPresent(file, field.name(), message.identity().proto());
      }
    }
    List<String> arguments = new ArrayList<>();
    message.fields().forEach(f -> arguments.add(result(f)));
    finish(arguments);
  }

  private void finish(List<String> arguments) {
    if (message.form() == Form.WRAPPER) {
      body.add("return " + arguments.get(0) + ";");
      return;
    }
    String head = "return new " + file.type(message.identity().java()) + "(";
    String line = head + String.join(", ", arguments) + ");";
    if (line.length() <= WIDTH) {
      body.add(line);
      return;
    }
    body.add(head);
    for (int i = 0; i < arguments.size() - 1; i++) {
      body.more(arguments.get(i) + ",");
    }
    body.more(arguments.get(arguments.size() - 1) + ");");
  }

  private void declare(Field field) {
    Type type = field.use().type();
    boolean plain = field.use().arity() == Arity.PLAIN;
    String java = file.type(plain ? type.unboxed() : field.use().java());
    String initial =
        plain && type.kind().hasDefault()
            ? values.fill(type.kind().initial(), type, "")
            : field.use().arity() == Arity.OPTIONAL
                ? file.type("java.util.Optional") + ".empty()"
                : "null";
    body.add(java + " " + field.name() + " = " + initial + ";");
  }

  private void readField(Field field) {
    switch (field.use().arity()) {
      case PLAIN, NULLABLE, OPTIONAL -> readOne(field);
      case LIST, SET -> readAll(field);
      case MAP -> {
        body.add("case " + field.tag() + " -> {");
        create(field, "java.util.LinkedHashMap");
        body.add(MapReader.method(field) + "(" + in + ", " + field.name() + ");");
        body.add("}");
      }
    }
  }

  private void readOne(Field field) {
    String read = values.read(field.use().type());
    if (field.use().arity() == Arity.OPTIONAL) {
      read = file.type("java.util.Optional") + ".of(" + read + ")";
    }
    String assignment = field.name() + " = " + read + ";";
    if (!field.use().type().kind().message()) {
      body.add("case " + field.tag() + " -> " + assignment);
      return;
    }
    body.add("case " + field.tag() + " -> {");
    entered(assignment);
    body.add("}");
  }

  private void entered(String statement) {
    String outer = Names.free("outer", taken);
    body.add("int " + outer + " = " + in + ".enter();");
    body.add(statement);
    body.add(in + ".leave(" + outer + ");");
  }

  private void readAll(Field field) {
    Type type = field.use().type();
    String collection =
        field.use().arity() == Arity.LIST ? "java.util.ArrayList" : "java.util.LinkedHashSet";
    String add = field.name() + ".add(" + values.read(type) + ");";
    body.add("case " + field.tag() + " -> {");
    create(field, collection);
    if (type.kind().packed()) {
      String outer = Names.free("outer", taken);
      body.add("int " + outer + " = " + in + ".enter();");
      body.add("while (" + in + ".remaining() > 0) {").add(add).add("}");
      body.add(in + ".leave(" + outer + ");");
      body.add("}");
      body.add("case " + (field.number() << 3 | type.kind().wireType()) + " -> {");
      create(field, collection);
      body.add(add);
    } else if (type.kind().message()) {
      entered(add);
    } else {
      body.add(add);
    }
    body.add("}");
  }

  private void create(Field field, String collection) {
    body.add("if (" + field.name() + " == null) {");
    body.add(field.name() + " = new " + file.type(collection) + "<>();");
    body.add("}");
  }

  private String result(Field field) {
    String kind =
        switch (field.use().arity()) {
          case LIST -> "List";
          case SET -> "Set";
          case MAP -> "Map";
          default -> "";
        };
    if (kind.isEmpty()) {
      return field.name();
    }
    String empty = file.type("java.util." + kind) + ".of()";
    String wrap = file.type("java.util.Collections") + ".unmodifiable" + kind;
    String name = field.name();
    return name + " == null ? " + empty + " : " + wrap + "(" + name + ")";
  }
}
