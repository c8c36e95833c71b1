package io.weft.call;

import java.util.List;

/**
 * A contract at run time; generated as {@code <Interface>Specs}.
 *
 * @param <T> the service interface
 */
public interface Contract<T> {
  /** Generated code names this constant, so that it does not compile against an older runtime. */
  int RUNTIME_1 = 1;

  /**
   * The interface.
   *
   * @return its class
   */
  Class<T> type();

  /**
   * The full service name.
   *
   * @return {@code package.Name}
   */
  String service();

  /**
   * The major version.
   *
   * @return 1 or more
   */
  int version();

  /**
   * What must agree between two peers: lines {@code key=value}. Two contracts are compatible when
   * no key has two values. Keys are {@code method <number>} with shape, request and reply type, and
   * {@code field <message>.<number>} with the field's type.
   *
   * @return the lines, sorted
   */
  List<String> signature();

  /**
   * The methods.
   *
   * @return one spec each
   */
  List<Spec> methods();

  /**
   * The serialized {@code google.protobuf.FileDescriptorSet} of the service and the types it needs,
   * without Google's well-known types.
   *
   * @return a fresh array
   */
  byte[] descriptors();

  /**
   * The caller's side.
   *
   * @param caller makes the calls
   * @return a client, safe for all threads
   */
  T proxy(Caller caller);

  /**
   * The server's side.
   *
   * @param service the user's implementation
   * @return what dispatches calls to it
   */
  Skeleton skeleton(T service);

  /**
   * Finds the generated contract of an interface.
   *
   * @param type an interface with {@code @MeshService}
   * @param <T> the interface
   * @return its contract
   * @throws IllegalArgumentException when nothing was generated for it
   */
  @SuppressWarnings("unchecked")
  static <T> Contract<T> of(Class<T> type) {
    String name = type.getName().replace('$', '_') + "Specs";
    try {
      Class<?> specs = Class.forName(name, true, type.getClassLoader());
      return (Contract<T>) specs.getField("CONTRACT").get(null);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "no generated class "
              + name
              + ": annotate "
              + type.getName()
              + " with @MeshService and put weft-codegen on the annotation processor path",
          e);
    }
  }
}
