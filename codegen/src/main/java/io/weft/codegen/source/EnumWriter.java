package io.weft.codegen.source;

import io.weft.codegen.lock.Entry;
import io.weft.codegen.model.Declared.Constant;
import io.weft.codegen.model.Declared.Enumeration;
import java.util.ArrayList;
import java.util.List;

/** Writes the class that knows the numbers of an enum. */
final class EnumWriter {
  private final JavaFile file;
  private final Enumeration declared;

  EnumWriter(JavaFile file, Enumeration declared) {
    this.file = file;
    this.declared = declared;
  }

  void write() {
    String type = file.type(declared.identity().java());
    String failure = file.type("io.weft.wire.WireException");
    Lines body = file.body();
    file.begin("Numbers of {@code " + type + "}.", "public final class " + file.simpleName());
    List<Entry> schema = new ArrayList<>();
    declared
        .constants()
        .forEach(c -> schema.add(new Entry(c.number(), c.name(), "", false, false)));
    declared.reserved().forEach(r -> schema.add(new Entry(r.number(), r.name(), "", false, true)));
    CodecFrame.schema(body, schema);
    body.add("private " + file.simpleName() + "() {}").add("");
    body.add("/** The number of a constant. */");
    body.add("public static int number(" + type + " value) {");
    body.add("return switch (value) {");
    for (Constant constant : declared.constants()) {
      body.add("case " + constant.name() + " -> " + constant.number() + ";");
    }
    body.add("};").add("}").add("");
    body.add("/** The constant with a number. */");
    body.add("public static " + type + " of(int number) {");
    body.add("return switch (number) {");
    for (Constant constant : declared.constants()) {
      body.add("case " + constant.number() + " -> " + type + "." + constant.name() + ";");
    }
    unknown(body, "number", failure);
    body.add("};").add("}").add("");
    body.add("/** The constant with a name. */");
    body.add("public static " + type + " named(String name) {");
    body.add("return switch (name) {");
    for (Constant constant : declared.constants()) {
      body.add("case \"" + constant.name() + "\" -> " + type + "." + constant.name() + ";");
    }
    unknown(body, "name", failure);
    body.add("};").add("}").add("}");
  }

  private void unknown(Lines body, String what, String failure) {
    body.add("default ->");
    body.more("throw new " + failure + "(");
    body.evenMore(
        "\""
            + what
            + " \" + "
            + what
            + " + \" of enum "
            + declared.identity().proto()
            + ": the peer's contract is newer than this one\");");
  }
}
