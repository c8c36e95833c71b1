package io.weft.codegen.source;

import io.weft.codegen.model.Declared.Union;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Names;

/** Writes the codec of a sealed interface: a message with exactly one of its fields. */
final class UnionWriter {
  private final JavaFile file;
  private final Union union;

  UnionWriter(JavaFile file, Union union) {
    this.file = file;
    this.union = union;
  }

  void write(boolean immutable) {
    Lines body = file.body();
    Values values = new Values(file, "in", "out");
    String type = file.type(union.identity().java());
    CodecFrame.begin(file, type, CodecFrame.schema(union.cases(), union.reserved()));
    body.add("@Override");
    body.add(
        "public void write(" + type + " value, " + file.type("io.weft.wire.Writer") + " out) {");
    String otherwise = "";
    for (Field item : union.cases()) {
      String java = file.type(item.use().type().java());
      body.add(otherwise + "if (value instanceof " + java + " one) {");
      values.write(item.tag(), item.use().type(), "one", "mark");
      otherwise = "} else ";
    }
    body.add(otherwise + "{");
    body.add("throw new IllegalArgumentException(");
    body.more(
        "\""
            + Names.last(union.identity().proto())
            + ": \" + value + \" (expected: one of its types)\");");
    body.add("}").add("}").add("");
    body.add("@Override");
    body.add("public " + type + " read(" + file.type("io.weft.wire.Reader") + " in) {");
    body.add(type + " value = null;");
    body.add("for (int tag = in.tag(); tag != 0; tag = in.tag()) {");
    body.add("switch (tag) {");
    for (Field item : union.cases()) {
      body.add("case " + item.tag() + " -> {");
      body.add("int outer = in.enter();");
      body.add("value = " + values.read(item.use().type()) + ";");
      body.add("in.leave(outer);");
      body.add("}");
    }
    body.add("default -> in.skip(tag);");
    body.add("}").add("}");
    body.add("if (value == null) {");
    body.add("throw new " + file.type("io.weft.wire.WireException") + "(");
    body.more(
        "\"missing kind of "
            + Names.last(union.identity().proto())
            + ": none, or one of a newer contract\");");
    body.add("}");
    body.add("return value;").add("}");
    CodecFrame.end(file, immutable);
  }
}
