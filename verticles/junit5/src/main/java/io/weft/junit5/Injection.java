package io.weft.junit5;

import io.weft.mesh.Mesh;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Values for parameters and fields. */
final class Injection {
  private static final String EXPECTED =
      "(expected: Mesh, MeshNodes, Faults or an interface with @MeshService or @ProxyGen)";

  private final MeshNodes nodes;

  Injection(MeshNodes nodes) {
    this.nodes = nodes;
  }

  /** Whether a parameter is ours: by its type, or since it names a node. */
  static boolean supports(Class<?> type, boolean namesNode) {
    return namesNode || injectable(type) || wantsContract(type);
  }

  private static boolean injectable(Class<?> type) {
    return type == Mesh.class
        || type == MeshNodes.class
        || type == Faults.class
        || hasContract(type);
  }

  /** Interfaces for which a client can be made. */
  private static boolean hasContract(Class<?> type) {
    return type.isInterface()
        && (exists(type, type.getName().replace('$', '_') + "Specs")
            || exists(type, type.getName() + "VertxProxyHandler"));
  }

  private static boolean exists(Class<?> type, String name) {
    try {
      Class.forName(name, false, type.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Whether an interface has the annotation, which is not kept at run time. */
  private static boolean wantsContract(Class<?> type) {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    if (!type.isInterface()) {
      return false;
    }
    try (InputStream in = type.getResourceAsStream(file)) {
      return in != null
          && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
              .contains("Lio/weft/contract/MeshService;");
    } catch (IOException e) {
      return false;
    }
  }

  Object value(Parameter parameter) {
    String what = parameter.getType().getSimpleName() + " " + parameter.getName();
    try {
      return value(parameter.getType(), parameter.getAnnotation(Node.class));
    } catch (IllegalArgumentException e) {
      throw new ParameterResolutionException(what + ": " + e.getMessage(), e);
    }
  }

  private Object value(Class<?> type, @Nullable Node node) {
    if (type == MeshNodes.class || type == Faults.class) {
      if (node != null) {
        throw new IllegalArgumentException(
            "@Node(" + node.value() + ") (expected: none; there is one for all nodes)");
      }
      return type == MeshNodes.class ? nodes : new Faults(nodes);
    }
    Mesh mesh = nodes.mesh(node == null ? 0 : node.value());
    if (type == Mesh.class) {
      return mesh;
    }
    if (!type.isInterface()) {
      throw new IllegalArgumentException("type " + type.getName() + " " + EXPECTED);
    }
    if (!hasContract(type)) {
      throw new IllegalArgumentException(
          "no contract: nothing was generated for "
              + type.getName()
              + " "
              + EXPECTED
              + "; is weft-codegen on the annotation processor path?");
    }
    return mesh.client(type);
  }

  /** Fills what is null, and what it filled before. */
  void fill(Object instance) {
    for (Field field :
        ReflectionSupport.findFields(
            instance.getClass(), Injection::fillable, HierarchyTraversalMode.TOP_DOWN)) {
      try {
        field.setAccessible(true);
        Object old = field.get(instance);
        if (old == null || nodes.injected(old)) {
          Object value = value(field.getType(), field.getAnnotation(Node.class));
          nodes.inject(value);
          field.set(instance, value);
        }
      } catch (IllegalArgumentException e) {
        throw new ExtensionConfigurationException(
            "field "
                + field.getName()
                + " of "
                + instance.getClass().getName()
                + ": "
                + e.getMessage(),
            e);
      } catch (IllegalAccessException e) {
        throw new ExtensionConfigurationException("field " + field + " cannot be set", e);
      }
    }
  }

  private static boolean fillable(Field field) {
    int modifiers = field.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isFinal(modifiers)
        && !field.isSynthetic()
        && (field.isAnnotationPresent(Node.class) || injectable(field.getType()));
  }
}
