package io.weft.codegen.source;

import io.weft.codegen.model.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A Java source under construction: collects imports, and avoids them where names collide. */
final class JavaFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*");

  private final String name;
  private final String home;
  private final List<String> scopes;
  private final Predicate<String> exists;
  private final Map<String, String> simple = new HashMap<>();
  private final TreeSet<String> imports = new TreeSet<>();
  private final Lines body = new Lines();

  /**
   * Starts a file.
   *
   * @param name the binary name of its class
   * @param inherits binary names of types whose members are visible in the class without import
   * @param exists whether a class with a binary name is known to the compiler
   */
  JavaFile(String name, List<String> inherits, Predicate<String> exists) {
    this.name = name;
    this.home = Names.qualifier(name);
    this.scopes = inherits;
    this.exists = exists;
    simple.put(Names.last(name), name);
  }

  String name() {
    return name;
  }

  String simpleName() {
    return Names.last(name);
  }

  Lines body() {
    return body;
  }

  /** Opens the class: marks and declaration. */
  void begin(String doc, String declaration) {
    body.add("/** " + doc + " */");
    if (exists.test("javax.annotation.processing.Generated")) {
      String generated = type("javax.annotation.processing.Generated");
      body.add("@" + generated + "(\"io.weft.codegen.ContractProcessor\")");
    }
    body.add("@SuppressWarnings({\"deprecation\", \"unchecked\"})");
    body.add(declaration + " {");
  }

  /** A type expression with binary names as it is written in this file. */
  String type(String expression) {
    return NAME.matcher(expression).replaceAll(m -> shorten(m.group()).replace("$", "\\$"));
  }

  private String shorten(String binary) {
    if (binary.indexOf('.') < 0 && binary.indexOf('$') < 0) {
      return binary;
    }
    String owner = Names.qualifier(binary);
    String nested = Names.last(binary).replace('$', '.');
    String top = nested.indexOf('.') < 0 ? nested : nested.substring(0, nested.indexOf('.'));
    String full = Names.join(owner, top);
    boolean visible =
        scopes.stream().anyMatch(s -> exists.test(s + "$" + top))
            || !owner.equals(home) && exists.test(Names.join(home, top));
    String known = simple.putIfAbsent(top, full);
    if (visible || known != null && !known.equals(full)) {
      if (known == null) {
        simple.remove(top);
      }
      return Names.join(owner, nested);
    }
    if (!owner.equals(home) && !owner.equals("java.lang") && !owner.isEmpty()) {
      imports.add(full);
    }
    return nested;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (!home.isEmpty()) {
      out.append("package ").append(home).append(";\n\n");
    }
    imports.forEach(i -> out.append("import ").append(i).append(";\n"));
    return out.append(imports.isEmpty() ? "" : "\n").append(body).toString();
  }
}
