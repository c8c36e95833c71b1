package io.weft.codegen.source;

import io.weft.codegen.model.Declared.Message;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Kind;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Type;
import java.util.Objects;

/** Writes the method that reads one entry of a map field. */
final class MapReader {
  static final Type STRING = new Type(Kind.STRING, "java.lang.String", "string", "");

  private final JavaFile file;
  private final Message message;
  private final Field field;

  MapReader(JavaFile file, Message message, Field field) {
    this.file = file;
    this.message = message;
    this.field = field;
  }

  static Type key(Field field) {
    return Objects.requireNonNull(field.use().key(), "key");
  }

  static String method(Field field) {
    return "read" + Names.capital(field.name());
  }

  void write() {
    Lines body = file.body();
    Values values = new Values(file, "in", "out");
    Type key = key(field);
    Type value = field.use().type();
    boolean named = key.kind() == Kind.ENUM;
    String reader = file.type("io.weft.wire.Reader");
    String map = file.type(field.use().java());
    body.add("private static void " + method(field) + "(" + reader + " in, " + map + " into) {");
    body.add("int outer = in.enter();");
    String first = named ? "null" : values.fill(key.kind().initial(), key, "");
    body.add(file.type(named ? key.java() : key.unboxed()) + " key = " + first + ";");
    boolean simple = value.kind().hasDefault();
    String second = simple ? values.absent(value) : "null";
    body.add(file.type(value.unboxed()) + " value = " + second + ";");
    body.add("for (int tag = in.tag(); tag != 0; tag = in.tag()) {");
    body.add("switch (tag) {");
    String readKey = named ? file.type(key.codec()) + ".named(in.string())" : values.read(key);
    int keyTag = 8 | (named ? STRING : key).kind().wireType();
    body.add("case " + keyTag + " -> key = " + readKey + ";");
    int valueTag = 16 | value.kind().wireType();
    if (value.kind().message()) {
      body.add("case " + valueTag + " -> {");
      body.add("int end = in.enter();");
      body.add("value = " + values.read(value) + ";");
      body.add("in.leave(end);");
      body.add("}");
    } else {
      body.add("case " + valueTag + " -> value = " + values.read(value) + ";");
    }
    body.add("default -> in.skip(tag);");
    body.add("}").add("}");
    body.add("in.leave(outer);");
    String place = message.identity().proto() + "." + field.name();
    if (named) {
      CodecFrame.checkPresent(file, "key", place);
    }
    if (value.kind().message()) {
      body.add("if (value == null) {");
      body.add("value = " + values.absent(value) + ";");
      body.add("}");
    } else if (!simple) {
      CodecFrame.checkPresent(file, "value", place);
    }
    body.add("into.put(key, value);");
    body.add("}");
  }
}
