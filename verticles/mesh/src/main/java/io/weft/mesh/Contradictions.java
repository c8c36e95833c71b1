package io.weft.mesh;

import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.weft.call.CallFailure;
import io.weft.call.Contract;
import io.weft.registry.Compatibility;
import io.weft.registry.Endpoint;
import io.weft.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells in the log when another node serves a service of this node by a contract that contradicts
 * this node's: callers then reach a part of the instances only, and whoever deployed it should know
 * at once. Each pair of contracts is told once.
 */
final class Contradictions {
  private static final Logger log = LoggerFactory.getLogger(Contradictions.class);

  private final Registry registry;
  private final Map<Contract<?>, Compatibility> watched = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Contradictions(Registry registry) {
    this.registry = registry;
    registry.onChange(table -> watched.keySet().forEach(this::look));
  }

  void watch(Contract<?> contract) {
    look(contract);
  }

  /** What was told so far, for people. */
  Set<String> told() {
    return Set.copyOf(told);
  }

  private void look(Contract<?> contract) {
    Compatibility compatibility =
        watched.computeIfAbsent(contract, c -> new Compatibility(registry, c));
    List<Endpoint> all =
        registry.table().endpoints(contract.service(), contract.version()).stream()
            .filter(endpoint -> !endpoint.local())
            .toList();
    compatibility.filter(all, () -> look(contract));
    CallFailure refusal = compatibility.refusal(all);
    if (refusal != null && told.add(refusal.message())) {
      log.warn(refusal.message());
    }
  }
}
