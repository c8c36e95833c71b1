package io.weft.codegen.read;

import io.weft.codegen.model.ContractError;
import io.weft.contract.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Looks at service interfaces as a whole: names, nesting, inherited methods. */
final class Interfaces {
  private Interfaces() {}

  /** The service interface that a type is nested in. */
  static @Nullable TypeElement enclosing(TypeElement type) {
    Element at = type.getEnclosingElement();
    while (at instanceof TypeElement outer && outer.getAnnotation(MeshService.class) == null) {
      at = outer.getEnclosingElement();
    }
    return at instanceof TypeElement service ? service : null;
  }

  static String serviceName(TypeElement type) {
    MeshService annotation = type.getAnnotation(MeshService.class);
    return annotation == null || annotation.value().isEmpty()
        ? type.getQualifiedName().toString()
        : annotation.value();
  }

  /** Checks what can be said before the methods are read. */
  static void check(TypeElement type) {
    String name = type.getSimpleName().toString();
    if (type.getKind() != ElementKind.INTERFACE) {
      throw new ContractError(
          type,
          "@MeshService on " + name + ", which is no interface (remedy: annotate an interface)");
    }
    if (!type.getTypeParameters().isEmpty()) {
      throw new ContractError(
          type,
          "generic service "
              + name
              + " (remedy: extend it by an interface without type variables)");
    }
    if (type.getModifiers().contains(Modifier.PRIVATE)) {
      throw new ContractError(
          type, "private service " + name + " (remedy: make it visible in its package)");
    }
    MeshService annotation = type.getAnnotation(MeshService.class);
    String full = serviceName(type);
    if (!full.matches("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*")) {
      throw new ContractError(
          type, "service name \"" + full + "\" (expected: package.Name of letters, digits and _)");
    }
    if (annotation != null && annotation.version() < 1) {
      throw new ContractError(type, "version: " + annotation.version() + " (expected: 1 or more)");
    }
  }

  /** Protobuf knows fewer letters than Java. */
  static String identifier(Element element) {
    String name = element.getSimpleName().toString();
    if (!name.matches("[A-Za-z_]\\w*")) {
      throw new ContractError(
          element, "name " + name + " (remedy: use letters a to z, digits and _ only)");
    }
    return name;
  }

  /** The abstract methods, own ones first, then inherited ones; overloads are refused. */
  static List<ExecutableElement> methods(Env env, TypeElement type) {
    Map<String, ExecutableElement> found = new LinkedHashMap<>();
    collect(env, type, type, found);
    List<ExecutableElement> methods = new ArrayList<>();
    for (ExecutableElement method : found.values()) {
      if (method.getModifiers().contains(Modifier.ABSTRACT)) {
        methods.add(method);
      }
    }
    return methods;
  }

  private static void collect(
      Env env, TypeElement at, TypeElement type, Map<String, ExecutableElement> found) {
    for (ExecutableElement method : ElementFilter.methodsIn(at.getEnclosedElements())) {
      if (method.getModifiers().contains(Modifier.STATIC)
          || method.getModifiers().contains(Modifier.PRIVATE)) {
        continue;
      }
      String name = method.getSimpleName().toString();
      ExecutableElement before = found.putIfAbsent(name, method);
      if (before == null || same(env, before, method, type)) {
        continue;
      }
      boolean callable =
          before.getModifiers().contains(Modifier.ABSTRACT)
              && method.getModifiers().contains(Modifier.ABSTRACT);
      if (callable) {
        throw new ContractError(
            before, "overloads of " + name + " (remedy: give each method a name of its own)");
      }
      if (method.getModifiers().contains(Modifier.ABSTRACT)) {
        found.put(name, method);
      }
    }
    for (TypeMirror parent : at.getInterfaces()) {
      if (parent instanceof DeclaredType declared) {
        if (declared.getKind() == javax.lang.model.type.TypeKind.ERROR) {
          throw new Unresolved(declared.toString());
        }
        collect(env, (TypeElement) declared.asElement(), type, found);
      }
    }
  }

  private static boolean same(
      Env env, ExecutableElement one, ExecutableElement other, TypeElement type) {
    DeclaredType in = (DeclaredType) type.asType();
    return env.types()
        .isSubsignature(
            (javax.lang.model.type.ExecutableType) env.types().asMemberOf(in, one),
            (javax.lang.model.type.ExecutableType) env.types().asMemberOf(in, other));
  }
}
