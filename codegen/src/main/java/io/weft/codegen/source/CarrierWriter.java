package io.weft.codegen.source;

import io.weft.codegen.model.Declared.Message;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the class that holds the parameters of a method. It is no record: javac before 23 breaks
 * off when a processor writes a record whose class file is there already (JDK-8332297), that is, at
 * every second compilation. It has fields and no accessors, so that a parameter may be called
 * {@code notify}.
 */
final class CarrierWriter {
  private final JavaFile file;
  private final Lines body;
  private final List<Field> fields;

  CarrierWriter(JavaFile file, Message message) {
    this.file = file;
    this.body = file.body();
    this.fields = message.fields();
  }

  void write() {
    String name = file.simpleName();
    file.begin("The parameters of a call.", "final class " + name);
    for (Field field : fields) {
      // Validation reads them here: the class stands for the parameters.
      field.constraints().whole().forEach(body::add);
      body.add("final " + constrained(field) + " " + field.name() + ";");
    }
    if (!fields.isEmpty()) {
      body.add("");
      constructor(name);
    }
    object(name);
    body.add("}");
  }

  private void constructor(String name) {
    String parameters =
        fields.stream().map(f -> type(f) + " " + f.name()).collect(Collectors.joining(", "));
    body.add(name + "(" + parameters + ") {");
    fields.forEach(f -> body.add("this." + f.name() + " = " + f.name() + ";"));
    body.add("}").add("");
  }

  private String type(Field field) {
    return file.type(field.use().java());
  }

  /** The type with the constraints on what a collection holds. */
  private String constrained(Field field) {
    Field.Constraints constraints = field.constraints();
    if (constraints.key().isEmpty() && constraints.value().isEmpty()) {
      return type(field);
    }
    Field.Use use = field.use();
    String raw = file.type(use.java().substring(0, use.java().indexOf('<')));
    String value = element(use.type().java(), constraints.value());
    String key = use.key() == null ? "" : element(use.key().java(), constraints.key()) + ", ";
    return raw + "<" + key + value + ">";
  }

  /** Annotations of a type stand before its simple name, also when it is written in full. */
  private String element(String java, List<String> annotations) {
    String written = file.type(java);
    int simple = written.lastIndexOf('.') + 1;
    String marks = annotations.stream().map(a -> a + " ").collect(Collectors.joining());
    return written.substring(0, simple) + marks + written.substring(simple);
  }

  private void object(String name) {
    Set<String> taken = new HashSet<>();
    fields.forEach(f -> taken.add(f.name()));
    String other = Names.free("other", taken);
    String same = Names.free("same", taken);
    String objects = fields.isEmpty() ? "" : file.type("java.util.Objects");
    body.add("@Override").add("public boolean equals(Object " + other + ") {");
    if (fields.isEmpty()) {
      body.add("return " + other + " instanceof " + name + ";");
    } else {
      body.add("return " + other + " instanceof " + name + " " + same);
      for (int i = 0; i < fields.size(); i++) {
        String field = fields.get(i).name();
        String end = i == fields.size() - 1 ? ";" : "";
        body.more("&& " + objects + ".equals(" + field + ", " + same + "." + field + ")" + end);
      }
    }
    body.add("}").add("");
    String all = fields.stream().map(Field::name).collect(Collectors.joining(", "));
    body.add("@Override").add("public int hashCode() {");
    body.add("return " + (fields.isEmpty() ? "1" : objects + ".hash(" + all + ")") + ";");
    body.add("}").add("");
    body.add("@Override").add("public String toString() {");
    String text = "\"" + name + "[";
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i).name();
      text += (i == 0 ? "" : " + \", ") + field + "=\" + " + field;
    }
    body.add("return " + text + (fields.isEmpty() ? "]\";" : " + \"]\";")).add("}");
  }
}
