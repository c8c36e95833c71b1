package io.weft.codegen.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that the contracts of a compilation say.
 *
 * @param services sorted by name
 * @param events the protobuf names of types with {@code @MeshEvent}, sorted
 * @param types every declared type that services and events reach, by protobuf name
 */
public record Model(
    List<Service> services, SortedSet<String> events, SortedMap<String, Declared> types) {
  /**
   * The protobuf names that a declared type mentions, built-in ones included.
   *
   * @param declared the type
   * @return names
   */
  public static Set<String> mentions(Declared declared) {
    Set<String> names = new TreeSet<>();
    if (declared instanceof Declared.Message message) {
      message.fields().forEach(f -> names.add(f.use().type().proto()));
    } else if (declared instanceof Declared.Union union) {
      union.cases().forEach(f -> names.add(f.use().type().proto()));
    }
    return names;
  }

  /**
   * The declared types that a service reaches.
   *
   * @param service the service
   * @return protobuf names, sorted
   */
  public SortedSet<String> reachable(Service service) {
    SortedSet<String> found = new TreeSet<>();
    for (Method method : service.methods()) {
      reach(method.flow().request().proto(), found);
      reach(method.flow().reply().proto(), found);
      method.flow().errors().forEach(e -> reach(e.proto(), found));
    }
    return found;
  }

  private void reach(String proto, Set<String> found) {
    Declared declared = types.get(proto);
    if (declared != null && found.add(proto)) {
      mentions(declared).forEach(p -> reach(p, found));
    }
  }

  /**
   * Whether values of a declared type are deeply immutable.
   *
   * @param declared the type
   * @return false when a byte array, buffer, JSON or collection is anywhere inside
   */
  public boolean immutable(Declared declared) {
    return immutable(declared, new HashSet<>());
  }

  private boolean immutable(Declared declared, Set<String> seen) {
    if (!seen.add(declared.identity().proto())) {
      return true;
    }
    List<Field> fields =
        declared instanceof Declared.Message m
            ? m.fields()
            : declared instanceof Declared.Union u ? u.cases() : List.of();
    for (Field field : fields) {
      Type type = field.use().type();
      boolean single = field.use().arity().ordinal() <= Field.Arity.OPTIONAL.ordinal();
      Declared inner = types.get(type.proto());
      if (!single || !type.kind().immutable() || inner != null && !immutable(inner, seen)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The declared types by Java name, for wrappers and carriers by protobuf name too.
   *
   * @param proto the protobuf name
   * @return the type
   */
  public Declared type(String proto) {
    Declared declared = ((Map<String, Declared>) types).get(proto);
    if (declared == null) {
      throw new IllegalArgumentException("type " + proto + " (known: " + types.keySet() + ")");
    }
    return declared;
  }
}
