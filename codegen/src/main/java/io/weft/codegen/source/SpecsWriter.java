package io.weft.codegen.source;

import io.weft.codegen.model.Declared;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Method;
import io.weft.codegen.model.Model;
import io.weft.codegen.model.Service;
import io.weft.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the contract at run time: one spec a method, signature, descriptors. */
final class SpecsWriter {
  private static final int WIDTH = 94;

  private final JavaFile file;
  private final Service service;
  private final Model model;
  private final Lines body;
  private final String type;

  SpecsWriter(JavaFile file, Service service, Model model) {
    this.file = file;
    this.service = service;
    this.model = model;
    this.body = file.body();
    this.type = file.type(service.java());
  }

  void write() {
    String name = file.simpleName();
    String contract = file.type("io.weft.call.Contract");
    file.begin(
        "The contract {@code " + service.name() + "}.",
        "public final class " + name + " implements " + contract + "<" + type + ">");
    body.add("/** Does not compile against a runtime that is too old. */");
    body.add("private static final int RUNTIME = " + contract + ".RUNTIME_1;").add("");
    service.methods().forEach(this::spec);
    String list = file.type("java.util.List");
    String spec = file.type("io.weft.call.Spec");
    methods(list, spec);
    body.add("/** The contract; stateless. */");
    body.add("public static final " + name + " CONTRACT = new " + name + "();").add("");
    body.add("private " + name + "() {}").add("");
    getter("Class<" + type + "> type()", type + ".class");
    getter("String service()", "\"" + service.name() + "\"");
    getter("int version()", "" + service.version());
    getter(list + "<" + spec + "> methods()", "METHODS");
    signature(list);
    sides();
    descriptors();
    body.add("}");
  }

  private void methods(String list, String spec) {
    body.add("private static final " + list + "<" + spec + "> METHODS =");
    List<String> constants = service.methods().stream().map(Method::constant).toList();
    String line = list + ".of(" + String.join(", ", constants) + ");";
    if (line.length() <= WIDTH) {
      body.more(line).add("");
      return;
    }
    body.more(list + ".of(");
    for (int i = 0; i < constants.size(); i++) {
      body.evenMore(constants.get(i) + (i < constants.size() - 1 ? "," : ");"));
    }
    body.add("");
  }

  private void getter(String head, String value) {
    body.add("@Override").add("public " + head + " {");
    body.add("return " + value + ";").add("}").add("");
  }

  private void spec(Method method) {
    String spec = file.type("io.weft.call.Spec");
    Method.Policy policy = method.policy();
    Method.Timing t = policy.timing();
    Method.Access a = policy.access();
    String list = file.type("java.util.List");
    body.add("/** Method {@code " + method.name() + "}. */");
    body.add("public static final " + spec + " " + method.constant() + " =");
    body.more("new " + spec + "(");
    String quoted = "\"" + service.name() + "\", " + service.version() + ", \"" + method.name();
    body.evenMore("new " + spec + ".Name(" + quoted + "\", " + method.number() + "),");
    body.evenMore(file.type("io.weft.contract.Shape") + "." + method.flow().shape() + ",");
    body.evenMore(file.type("io.weft.contract.Semantics") + "." + policy.semantics() + ",");
    body.evenMore("new " + spec + ".Messages(");
    body.evenMore("    " + codec(method.flow().request()) + ",");
    body.evenMore("    " + codec(method.flow().reply()) + ",");
    body.evenMore("    " + errors(method, spec, list) + "),");
    String times =
        t.deadlineMillis()
            + ", "
            + t.attempts()
            + ", "
            + t.attemptMillis()
            + ", "
            + t.hedgeAfterMillis();
    body.evenMore("new " + spec + ".Timing(" + times + "),");
    String roles = a.roles().stream().map(SpecsWriter::literal).collect(Collectors.joining(", "));
    String access = a.exposed() + ", " + a.open() + ", " + list + ".of(" + roles + ")";
    body.evenMore("new " + spec + ".Access(" + access + "),");
    String level = file.type("io.weft.contract.Priority") + ".Level." + policy.priority();
    body.evenMore(level + ");").add("");
  }

  private String codec(Method.Payload payload) {
    return file.type(payload.codec()) + "." + payload.constant();
  }

  private String errors(Method method, String spec, String list) {
    List<String> errors = new ArrayList<>();
    for (Type error : method.flow().errors()) {
      errors.add(
          "new "
              + spec
              + ".TypedError<>("
              + file.type(error.java())
              + ".class, \""
              + error.proto()
              + "\", "
              + file.type(error.codec())
              + ".INSTANCE)");
    }
    return list + ".of(" + String.join(", ", errors) + ")";
  }

  private void signature(String list) {
    TreeSet<String> lines = new TreeSet<>();
    for (Method method : service.methods()) {
      lines.add("method " + method.number() + "=" + method.flow().text());
    }
    for (String proto : model.reachable(service)) {
      Declared declared = model.type(proto);
      List<Field> fields =
          declared instanceof Declared.Message m
              ? m.fields()
              : declared instanceof Declared.Union u ? u.cases() : List.of();
      for (Field field : fields) {
        lines.add("field " + proto + "." + field.number() + "=" + field.use().text());
      }
    }
    body.add("@Override").add("public " + list + "<String> signature() {");
    if (lines.isEmpty()) {
      body.add("return " + list + ".of();");
    } else {
      body.add("return " + list + ".of(");
      String last = lines.last();
      lines.forEach(l -> body.more(literal(l) + (l.equals(last) ? ");" : ",")));
    }
    body.add("}").add("");
  }

  private void sides() {
    String caller = file.type("io.weft.call.Caller");
    String skeleton = file.type("io.weft.call.Skeleton");
    getter(
        type + " proxy(" + caller + " caller)",
        "new " + file.type(service.generated("Proxy")) + "(caller)");
    getter(
        skeleton + " skeleton(" + type + " service)",
        "new " + file.type(service.generated("Skeleton")) + "(service)");
  }

  private void descriptors() {
    String stream = file.type("java.io.InputStream");
    body.add("@Override").add("public byte[] descriptors() {");
    body.add("String path = \"META-INF/weft/" + service.name() + ".desc\";");
    String loader = file.simpleName() + ".class.getClassLoader()";
    body.add("try (" + stream + " in = " + loader + ".getResourceAsStream(path)) {");
    body.add("if (in == null) {");
    body.add("throw new IllegalStateException(");
    body.more("\"no \" + path + \" on the class path: the build must keep generated resources\");");
    body.add("}");
    body.add("return in.readAllBytes();");
    body.add("} catch (" + file.type("java.io.IOException") + " e) {");
    body.add("throw new IllegalStateException(\"cannot read \" + path, e);");
    body.add("}").add("}");
  }

  private static String literal(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
