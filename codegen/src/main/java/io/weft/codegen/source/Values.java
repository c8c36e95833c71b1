package io.weft.codegen.source;

import io.weft.codegen.model.Kind;
import io.weft.codegen.model.Type;

/** Writes the code that moves single values between Java and the wire. */
final class Values {
  private static final String WELL_KNOWN = "io.weft.wire.WellKnown";

  private final JavaFile file;
  private final String in;
  private final String out;

  Values(JavaFile file, String in, String out) {
    this.file = file;
    this.in = in;
    this.out = out;
  }

  /** Fills a template of a {@link Kind}. */
  String fill(String template, Type type, String value) {
    String text = template.replace("$in", in).replace("$out", out);
    if (text.contains("$w")) {
      text = text.replace("$w", file.type(WELL_KNOWN));
    }
    if (text.contains("$b")) {
      text = text.replace("$b", file.type("io.vertx.core.buffer.Buffer"));
    }
    if (text.contains("$c")) {
      text = text.replace("$c", file.type(type.codec()));
    }
    return text.replace("$v", value);
  }

  /** Writes tag and value. */
  void write(int tag, Type type, String value, String mark) {
    Lines body = file.body();
    body.add(out + ".tag(" + tag + ");");
    if (!type.kind().message()) {
      body.add(fill(type.kind().write(), type, value) + ";");
      return;
    }
    String message = type.kind() == Kind.DATA_OBJECT ? value + ".toJson()" : value;
    body.add("int " + mark + " = " + out + ".begin();");
    body.add(codec(type) + ".write(" + message + ", " + out + ");");
    body.add(out + ".end(" + mark + ");");
  }

  /** The codec of a message type. */
  String codec(Type type) {
    return fill(type.kind().write(), type, "");
  }

  /** The expression that reads a value; between enter and leave when it is a message. */
  String read(Type type) {
    Kind kind = type.kind();
    if (!kind.message()) {
      String cast = fill(kind.read(), type, "");
      return cast;
    }
    return fromMessage(type, codec(type) + ".read(" + in + ")");
  }

  /** What an absent map value stands for. */
  String absent(Type type) {
    if (!type.kind().message()) {
      return fill(type.kind().initial(), type, "");
    }
    String nothing = file.type(WELL_KNOWN) + ".NO_BYTES";
    return fromMessage(type, codec(type) + ".decode(" + nothing + ")");
  }

  private String fromMessage(Type type, String message) {
    return type.kind() == Kind.DATA_OBJECT
        ? "new " + file.type(type.java()) + "(" + message + ")"
        : message;
  }
}
