package io.weft.junit5;

import io.vertx.core.Vertx;
import java.lang.reflect.Constructor;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;

/** Brings {@link MeshTest} to life. The nodes stand in the store of what is annotated. */
final class MeshExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        TestInstancePostProcessor,
        ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(MeshExtension.class);

  /** What the store holds; closed by JUnit if nothing else did. */
  private record Held(MeshNodes nodes, MeshTest annotation) implements AutoCloseable {
    @Override
    public void close() {
      nodes.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (annotation(context).isPresent()) {
      nodes(context);
    }
  }

  @Override
  public void postProcessTestInstance(Object instance, ExtensionContext context) {
    // With the annotation on methods only, the nodes come with each method.
    find(context).ifPresent(nodes -> new Injection(nodes).fill(instance));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    MeshNodes nodes = nodes(context);
    nodes.beginTest();
    Injection injection = new Injection(nodes);
    context.getRequiredTestInstances().getAllInstances().forEach(injection::fill);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (annotation(context).isPresent()) {
      end(context);
    } else {
      nodes(context).endTest();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (annotation(context).isPresent()) {
      end(context);
    }
  }

  private static void end(ExtensionContext context) {
    Held held = context.getStore(NAMESPACE).remove(context.getUniqueId(), Held.class);
    if (held == null) {
      return;
    }
    String leaks = null;
    try (held) {
      if (held.annotation().leaks() == MeshTest.Leaks.FAIL) {
        leaks = held.nodes().leaks();
      }
    }
    if (leaks != null) {
      throw new AssertionError(context.getDisplayName() + ": " + leaks);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Vertx.class) {
      throw new ParameterResolutionException(
          "Vertx "
              + parameter.getParameter().getName()
              + ": VertxExtension would make one that belongs to no node (expected: MeshNodes nodes,"
              + " and then nodes.vertx(0))");
    }
    return Injection.supports(type, parameter.getParameter().isAnnotationPresent(Node.class));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Injection(nodes(context)).value(parameter.getParameter());
  }

  private static Optional<MeshTest> annotation(ExtensionContext context) {
    return context.getElement().flatMap(e -> AnnotationSupport.findAnnotation(e, MeshTest.class));
  }

  private static MeshNodes nodes(ExtensionContext context) {
    return find(context)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "no @MeshTest on "
                        + context.getDisplayName()
                        + " or what encloses it (expected: one)"));
  }

  /** The nodes of the nearest annotated method or class, started when they are first needed. */
  private static Optional<MeshNodes> find(ExtensionContext context) {
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<MeshTest> annotation = annotation(at.get());
      if (annotation.isPresent()) {
        // Stores also show what enclosing contexts hold, so each has a key of its own.
        return Optional.of(
            at.get()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                    at.get().getUniqueId(), key -> start(annotation.get()), Held.class)
                .nodes());
      }
    }
    return Optional.empty();
  }

  private static Held start(MeshTest annotation) {
    return new Held(new MeshNodes(annotation.nodes(), setup(annotation.setup())), annotation);
  }

  private static NodeSetup setup(Class<? extends NodeSetup> type) {
    if (type == NodeSetup.class) {
      return new NodeSetup() {};
    }
    try {
      Constructor<? extends NodeSetup> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new ExtensionConfigurationException(
          "setup = "
              + type.getName()
              + " (expected: a static class with a constructor without parameters)",
          e);
    }
  }
}
