package io.weft.node.host;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import io.weft.call.Contract;
import io.weft.mesh.Mesh;
import io.weft.node.refusal.Refusal;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class of the user, looked at once by reflection.
 *
 * @param type the class
 */
public record UserClass(Class<?> type) {
  private static final List<List<Class<?>>> CONSTRUCTORS =
      List.of(List.of(Mesh.class), List.of(Vertx.class), List.of());

  /**
   * Whether Vert.x deploys it.
   *
   * @return true for verticles
   */
  public boolean deployable() {
    return Deployable.class.isAssignableFrom(type);
  }

  /**
   * The contracts that it implements.
   *
   * @return its interfaces, inherited ones too, for which code was generated
   */
  public List<Class<?>> contracts() {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      collect(at, found);
    }
    return List.copyOf(found);
  }

  private static void collect(Class<?> from, Set<Class<?>> found) {
    for (Class<?> candidate : from.getInterfaces()) {
      if (candidate.isAnnotationPresent(ProxyGen.class) || generated(candidate)) {
        found.add(candidate);
      }
      collect(candidate, found);
    }
  }

  private static boolean generated(Class<?> candidate) {
    try {
      return Contract.of(candidate) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Refuses a class that a node can do nothing with, before anything starts. */
  void check() {
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      throw Refusal.usage(
          type.getName()
              + " is "
              + (type.isInterface() ? "an interface" : "abstract")
              + "; expected: a class that implements it, in --service");
    }
    if (!deployable() && contracts().isEmpty()) {
      throw Refusal.usage(
          type.getName()
              + " is neither a service nor a verticle; expected: a class that implements an"
              + " interface with @MeshService (compiled with weft-codegen as annotation processor) or"
              + " @ProxyGen, or a Vert.x verticle");
    }
    constructor();
  }

  private Constructor<?> constructor() {
    for (List<Class<?>> parameters : CONSTRUCTORS) {
      try {
        Constructor<?> found = type.getDeclaredConstructor(parameters.toArray(Class[]::new));
        found.setAccessible(true);
        return found;
      } catch (NoSuchMethodException e) {
        // The next kind, then.
      }
    }
    throw Refusal.usage(
        type.getName()
            + " has no constructor that a node can call; expected: one without parameters,"
            + " or with one Mesh or one Vertx");
  }

  /**
   * Makes an instance.
   *
   * @param mesh given to the constructor that wants it
   * @param vertx given to the constructor that wants it
   * @return the instance
   * @throws Refusal when the constructor fails
   */
  Object create(Mesh mesh, Vertx vertx) {
    Constructor<?> constructor = constructor();
    Class<?>[] wanted = constructor.getParameterTypes();
    @Nullable Object[] arguments =
        wanted.length == 0 ? new Object[0] : new Object[] {wanted[0] == Mesh.class ? mesh : vertx};
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw Refusal.failure(type.getName() + " cannot be created: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw Refusal.failure(type.getName() + " cannot be created: " + e);
    }
  }
}
