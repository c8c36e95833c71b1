package io.weft.codegen.source;

import io.weft.codegen.model.Declared.Message;
import io.weft.codegen.model.Field;
import io.weft.codegen.model.Method;
import io.weft.codegen.model.Model;
import io.weft.codegen.model.Service;
import io.weft.contract.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the caller's and the server's side of a service. */
final class ServiceWriter {
  private final Service service;
  private final Model model;

  ServiceWriter(Service service, Model model) {
    this.service = service;
    this.model = model;
  }

  void proxy(JavaFile file) {
    Lines body = file.body();
    String caller = file.type("io.weft.call.Caller");
    String type = file.type(service.java());
    file.begin("Calls {@code " + service.name() + "}.", head(file, type));
    body.add("private final " + caller + " caller;").add("");
    body.add(file.simpleName() + "(" + caller + " caller) {");
    body.add("this.caller = caller;").add("}");
    for (Method method : service.methods()) {
      String parameters =
          method.signature().parameters().stream()
              .map(p -> file.type(p.java()) + " " + p.name())
              .collect(Collectors.joining(", "));
      String returns = file.type(method.signature().returns());
      body.add("").add("@Override");
      body.add("public " + returns + " " + method.name() + "(" + parameters + ") {");
      call(file, method);
      body.add("}");
    }
    body.add("}");
  }

  private String head(JavaFile file, String type) {
    return "final class " + file.simpleName() + " implements " + type;
  }

  private void call(JavaFile file, Method method) {
    List<String> names = method.signature().parameters().stream().map(p -> p.name()).toList();
    String request = String.join(", ", names);
    if (method.flow().request().carrier()) {
      request = "new " + file.type(method.flow().request().java()) + "(" + request + ")";
    }
    String verb =
        switch (method.flow().shape()) {
          case UNARY -> "return %s.unary";
          case SERVER_STREAM -> "return %s.serverStream";
          case CLIENT_STREAM -> "return %s.clientStream";
          case BIDIRECTIONAL -> "return %s.bidirectional";
          case ONE_WAY -> "%s.oneWay";
        };
    String specs = file.type(service.generated("Specs"));
    file.body()
        .add(
            verb.formatted(names.contains("caller") ? "this.caller" : "caller")
                + "("
                + specs
                + "."
                + method.constant()
                + ", "
                + request
                + ");");
  }

  void skeleton(JavaFile file) {
    Lines body = file.body();
    String type = file.type(service.java());
    file.begin(
        "Serves {@code " + service.name() + "}.", head(file, file.type("io.weft.call.Skeleton")));
    body.add("private final " + type + " service;").add("");
    body.add(file.simpleName() + "(" + type + " service) {");
    body.add("this.service = service;").add("}").add("");
    body.add("@Override");
    body.add("public Object invoke(int number, Object request) {");
    body.add("switch (number) {");
    service.methods().forEach(m -> dispatch(file, m));
    String known =
        service.methods().stream()
            .map(m -> "" + m.number())
            .sorted()
            .collect(Collectors.joining(", "));
    body.add("default ->");
    body.more("throw new IllegalArgumentException(");
    body.evenMore("\"method \" + number + \" of " + service.name() + " (known: " + known + ")\");");
    body.add("}").add("}").add("}");
  }

  private void dispatch(JavaFile file, Method method) {
    Lines body = file.body();
    body.add("case " + method.number() + " -> {");
    Method.Payload request = method.flow().request();
    String arguments;
    if (request.carrier()) {
      List<Field> fields = ((Message) model.type(request.proto())).fields();
      String type = file.type(request.java());
      if (!fields.isEmpty()) {
        body.add(type + " call = (" + type + ") request;");
      }
      arguments = fields.stream().map(f -> "call." + f.name()).collect(Collectors.joining(", "));
    } else {
      arguments = "(" + file.type(method.signature().parameters().get(0).java()) + ") request";
    }
    String call = "service." + method.name() + "(" + arguments + ");";
    if (method.flow().shape() == Shape.ONE_WAY) {
      body.add(call).add("return null;");
    } else {
      body.add("return " + call);
    }
    body.add("}");
  }
}
