package io.weft.registry;

import java.util.List;

/**
 * A plain {@code @ProxyGen} service of a node, for people to find: it is called over its event-bus
 * address, so no {@link Endpoint} is made of it and no balancer chooses it. Two equal ones on a
 * node are two instances.
 *
 * @param service the full name of the interface, 1 to 512 characters
 * @param address where its event-bus consumer listens, 1 to 512 characters
 * @param methods the names of its methods, sorted; at most 1,000 of at most 512 characters
 */
public record PlainService(String service, String address, List<String> methods) {
  private static final int MAX_METHODS = 1_000;

  /** Checks the values. */
  public PlainService {
    NodeEntry.text("service", service, 1);
    NodeEntry.text("address of " + service, address, 1);
    NodeEntry.range("methods of " + service, methods.size(), 0, MAX_METHODS);
    methods.forEach(method -> NodeEntry.text("method of " + service, method, 1));
    methods = methods.stream().sorted().toList();
  }
}
