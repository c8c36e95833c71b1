package io.weft.node.catalog;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.weft.contract.Shape;
import io.weft.node.json.Schema;
import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import io.weft.registry.ContractEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A published contract as the admin API uses it.
 *
 * @param contract as its servers publish it
 * @param schema its messages
 * @param methods its methods, by number
 */
public record ContractView(ContractEntry contract, Schema schema, List<Method> methods) {
  /**
   * A method.
   *
   * @param entry number, name, shape, semantics and deadline
   * @param request each request message
   * @param reply each reply message
   */
  public record Method(ContractEntry.Method entry, Descriptor request, Descriptor reply) {
    /**
     * The name as in Java.
     *
     * @return the name
     */
    public String name() {
      return entry.name();
    }

    /**
     * How messages flow.
     *
     * @return the shape
     */
    public Shape shape() {
      return entry.shape();
    }
  }

  /**
   * Reads a contract.
   *
   * @param entry as its servers publish it
   * @return the contract
   * @throws Refusal when the entry is damaged
   */
  public static ContractView of(ContractEntry entry) {
    Schema schema = Schema.of(entry.descriptors().getBytes());
    ServiceDescriptor service = schema.service(entry.service());
    if (service == null) {
      throw Refusal.failure(
          "the published descriptors of " + entry.service() + " do not hold the service");
    }
    return new ContractView(entry, schema, methods(entry, service));
  }

  /**
   * The full service name.
   *
   * @return {@code package.Name}
   */
  public String service() {
    return contract.service();
  }

  /**
   * The major version.
   *
   * @return 1 or more
   */
  public int version() {
    return contract.version();
  }

  private static List<Method> methods(ContractEntry entry, ServiceDescriptor service) {
    Map<String, MethodDescriptor> descriptors = new HashMap<>();
    service.getMethods().forEach(m -> descriptors.put(Schema.javaName(m.getName()), m));
    List<Method> methods = new ArrayList<>();
    for (ContractEntry.Method method : entry.methods()) {
      MethodDescriptor descriptor = descriptors.get(Schema.javaName(method.name()));
      if (descriptor == null) {
        throw Refusal.failure(
            "the published descriptors of " + entry.service() + " lack method " + method.name());
      }
      methods.add(new Method(method, descriptor.getInputType(), descriptor.getOutputType()));
    }
    return List.copyOf(methods);
  }

  /**
   * Finds a method.
   *
   * @param name its name in Java or proto spelling
   * @return the method
   * @throws Refusal with the nearest names when there is none
   */
  public Method method(String name) {
    String wanted = Schema.javaName(name);
    for (Method method : methods) {
      if (Schema.javaName(method.name()).equals(wanted)) {
        return method;
      }
    }
    throw Refusal.notFound(
        "no method \""
            + name
            + "\" in "
            + service()
            + "; "
            + Nearest.hint(wanted, methods.stream().map(Method::name).toList()));
  }

  /**
   * Whether a message only carries one value of a method: the processor wraps lists, enums and
   * other values that are no messages, and JSON shows the value itself.
   *
   * @param method a method of this contract
   * @param message its request or reply
   * @return true when JSON is the only field's value
   */
  public boolean wraps(Method method, Descriptor message) {
    String start = prefix(method);
    return message.getFields().size() == 1
        && message.getFields().get(0).getName().equals("value")
        && (message.getFullName().equals(start + "Reply")
            || message.getFullName().equals(start + "Item"));
  }

  /** How the names of messages begin that the processor makes for a method. */
  String prefix(Method method) {
    return service() + Character.toUpperCase(method.name().charAt(0)) + method.name().substring(1);
  }
}
