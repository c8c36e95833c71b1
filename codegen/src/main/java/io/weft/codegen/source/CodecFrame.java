package io.weft.codegen.source;

import io.weft.codegen.lock.Entry;
import io.weft.codegen.model.Declared.Reserved;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Numbering.Presence;
import java.util.ArrayList;
import java.util.List;

/** What all codecs have in common. */
final class CodecFrame {
  private CodecFrame() {}

  static List<Entry> schema(List<Field> fields, List<Reserved> reserved) {
    List<Entry> entries = new ArrayList<>();
    for (Field field : fields) {
      boolean optional = field.use().presence() == Presence.OPTIONAL;
      entries.add(new Entry(field.number(), field.proto(), field.use().text(), optional, false));
    }
    reserved.forEach(r -> entries.add(new Entry(r.number(), r.name(), "", false, true)));
    return entries;
  }

  static void begin(JavaFile file, String type, List<Entry> schema) {
    String name = file.simpleName();
    String codec = file.type("io.weft.wire.Codec");
    file.begin(
        "Codec of {@code " + type.replace('\n', ' ') + "}.",
        "public final class " + name + " implements " + codec + "<" + type + ">");
    schema(file.body(), schema);
    file.body().add("/** The codec; stateless. */");
    file.body().add("public static final " + name + " INSTANCE = new " + name + "();").add("");
    file.body().add("private " + name + "() {}").add("");
  }

  /** The constant that tells the processor the numbers when another module uses the type. */
  static void schema(Lines body, List<Entry> entries) {
    body.add("/** Numbers and types, for contracts in other modules. */");
    if (entries.isEmpty()) {
      body.add("public static final String SCHEMA = \"\";").add("");
      return;
    }
    body.add("public static final String SCHEMA =");
    for (int i = 0; i < entries.size(); i++) {
      String text = "\"" + entries.get(i) + (i < entries.size() - 1 ? "\\n\"" : "\";");
      if (i == 0) {
        body.more(text);
      } else {
        body.evenMore("+ " + text);
      }
    }
    body.add("");
  }

  static void checkPresent(JavaFile file, String name, String owner) {
    String failure = file.type("io.weft.wire.WireException");
    file.body().add("if (" + name + " == null) {");
    String message = "missing field " + Names.snake(name) + " of " + Names.last(owner);
    file.body().add("throw new " + failure + "(\"" + message + "\");");
    file.body().add("}");
  }

  static void end(JavaFile file, boolean immutable) {
    Lines body = file.body();
    if (immutable) {
      body.add("").add("@Override").add("public boolean immutable() {");
      body.add("return true;").add("}");
    }
    body.add("}");
  }
}
