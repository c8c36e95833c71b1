package io.weft.registry;

import io.weft.registry.NodeEntry.ServiceEntry;
import java.util.List;

/** What the tests of this kind share. */
abstract class RegistryWorld {
  static final long LEASE = NodeEntry.DEFAULT_LEASE_MILLIS;
  static final long BEAT = LEASE / 3 + 10;

  final World world = new World();

  static ServiceEntry cart(int id) {
    return ServiceEntry.of("shop.Cart", 1, id, List.of(0), "");
  }

  static List<String> ids(Registry registry) {
    return registry.table().nodes().stream().map(NodeEntry::node).toList();
  }
}
