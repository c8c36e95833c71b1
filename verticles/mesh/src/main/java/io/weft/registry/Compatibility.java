package io.weft.registry;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.call.CallFailure;
import io.weft.call.Contract;
import io.weft.contract.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a client away from servers whose contract contradicts its own. Equal fingerprints need no
 * look; for others the server's contract is read once and compared. Safe for all threads.
 */
public final class Compatibility {
  private final Registry registry;
  private final Mine mine;
  private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
  private final Map<String, List<Runnable>> asked = new HashMap<>();

  /** What a comparison said; no failure means that the contracts agree. */
  private record Verdict(@Nullable CallFailure failure) {}

  /** What counts of the client's contract. */
  private record Mine(String service, int version, List<String> signature, String fingerprint) {
    static Mine of(Contract<?> contract) {
      return new Mine(
          contract.service(),
          contract.version(),
          contract.signature(),
          ContractEntry.fingerprint(contract));
    }
  }

  /**
   * Creates the cache of one client.
   *
   * @param registry finds contracts
   * @param mine the client's contract
   */
  public Compatibility(Registry registry, Contract<?> mine) {
    this.registry = registry;
    this.mine = Mine.of(mine);
  }

  /**
   * Creates the cache of a client that has no generated code, such as a bridge.
   *
   * @param registry finds contracts
   * @param mine the contract by which it encodes
   */
  public Compatibility(Registry registry, ContractEntry mine) {
    this.registry = registry;
    this.mine = new Mine(mine.service(), mine.version(), mine.signature(), mine.fingerprint());
  }

  /**
   * The endpoints that the client can talk to as far as is known. Those that still have to be
   * compared are left out, and the comparison begins.
   *
   * @param all endpoints of the client's service and version
   * @param again runs on the registry's event loop when a comparison is done, or could not be made:
   *     filter again then
   * @return the compatible ones, in the same order
   */
  public List<Endpoint> filter(List<Endpoint> all, Runnable again) {
    List<Endpoint> good = new ArrayList<>(all.size());
    for (Endpoint endpoint : all) {
      String theirs = endpoint.service().fingerprint();
      Verdict verdict = verdicts.get(theirs);
      if (theirs.isEmpty() || theirs.equals(mine.fingerprint())) {
        good.add(endpoint);
      } else if (verdict == null) {
        ask(theirs, again);
      } else if (verdict.failure() == null) {
        good.add(endpoint);
      }
    }
    return good;
  }

  /**
   * Why none of the endpoints can be used.
   *
   * @param all endpoints of the client's service and version
   * @return the contradiction with the first that has one; null when there is none
   */
  public @Nullable CallFailure refusal(List<Endpoint> all) {
    for (Endpoint endpoint : all) {
      Verdict verdict = verdicts.get(endpoint.service().fingerprint());
      if (verdict != null && verdict.failure() != null) {
        return verdict.failure();
      }
    }
    return null;
  }

  private void ask(String theirs, Runnable again) {
    synchronized (asked) {
      List<Runnable> others = asked.get(theirs);
      if (others != null) {
        others.add(again);
        return;
      }
      asked.put(theirs, new ArrayList<>(List.of(again)));
    }
    registry
        .contract(mine.service(), theirs)
        .onComplete(
            (entry, failure) -> {
              if (failure == null) {
                verdicts.put(theirs, new Verdict(check(mine, entry)));
                registry.cluster().execute(() -> answered(theirs));
              } else {
                registry.later(() -> answered(theirs));
              }
            });
  }

  private void answered(String theirs) {
    List<Runnable> all;
    synchronized (asked) {
      all = asked.remove(theirs);
    }
    if (all != null) {
      all.forEach(Runnable::run);
    }
  }

  /**
   * Compares a client's contract with a server's: they agree when no key of the signatures has two
   * values.
   *
   * @param mine the client's
   * @param theirs the server's
   * @return null when they agree, else a FAILED_PRECONDITION with fate NOT_PROCESSED that names the
   *     first contradiction and the remedy
   */
  public static @Nullable CallFailure check(Contract<?> mine, ContractEntry theirs) {
    return check(Mine.of(mine), theirs);
  }

  private static @Nullable CallFailure check(Mine mine, ContractEntry theirs) {
    Map<String, String> lines = new HashMap<>();
    theirs.signature().forEach(line -> lines.put(key(line), line));
    for (String line : mine.signature()) {
      String other = lines.get(key(line));
      if (other != null && !other.equals(line)) {
        return CallFailure.notProcessed(
            Code.FAILED_PRECONDITION,
            ("service %s: the contracts of caller and callee contradict each other: the caller's"
                    + " (version %d, fingerprint %s) says \"%s\", the callee's (version %d,"
                    + " fingerprint %s) says \"%s\"; build both from one contracts.lock, or give"
                    + " the changed contract a new version: @MeshService(version = %d)")
                .formatted(
                    mine.service(),
                    mine.version(),
                    mine.fingerprint(),
                    line,
                    theirs.version(),
                    theirs.fingerprint(),
                    other,
                    Math.max(mine.version(), theirs.version()) + 1));
      }
    }
    return null;
  }

  private static String key(String line) {
    int end = line.indexOf('=');
    return end < 0 ? line : line.substring(0, end);
  }

  /** The contracts of the mesh. Belongs to the registry's thread. */
  static final class Contracts {
    private static final int KEPT = 256;

    private final Cluster cluster;
    private final List<ContractEntry> own = new ArrayList<>();
    private final Map<String, Future<ContractEntry>> asked = new HashMap<>();
    private final Map<String, ContractEntry> known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, ContractEntry> eldest) {
            return size() > KEPT;
          }
        };
    private int next;

    Contracts(Cluster cluster) {
      this.cluster = cluster;
    }

    Future<Void> publish(ContractEntry entry) {
      String key = entry.key();
      if (!own.contains(entry)) {
        own.removeIf(other -> other.key().equals(key));
        own.add(entry);
      }
      if (!entry.isEvent()) {
        known.put(key, entry);
        return add(entry);
      }
      // Two builds of a type share the key. The last to come is the newer one, as a rule.
      return cluster
          .putContract(key, EntryJson.encode(entry))
          .recover(e -> Future.failedFuture(Reconciler.unavailable("event type " + key, e)));
    }

    private Future<Void> add(ContractEntry entry) {
      String key = entry.key();
      return cluster
          .addContract(key, EntryJson.encode(entry))
          .recover(e -> Future.failedFuture(Reconciler.unavailable("contract " + key, e)));
    }

    Future<ContractEntry> find(String key) {
      ContractEntry entry = known.get(key);
      if (entry != null) {
        return Future.succeededFuture(entry);
      }
      Future<ContractEntry> running = asked.get(key);
      if (running != null) {
        return running;
      }
      Promise<ContractEntry> promise = Promise.promise();
      asked.put(key, promise.future());
      cluster
          .get(Cluster.CONTRACTS, key)
          .recover(e -> Future.failedFuture(Reconciler.unavailable("contract " + key, e)))
          .map(text -> read(key, text))
          .onSuccess(this::keep)
          .onComplete(
              (found, failure) -> {
                asked.remove(key);
                promise.handle(
                    failure == null ? Future.succeededFuture(found) : Future.failedFuture(failure));
              });
      return promise.future();
    }

    /** What is found under a fingerprint never changes; a type of events may. */
    private void keep(ContractEntry found) {
      if (!found.isEvent()) {
        known.put(found.key(), found);
      }
    }

    private static ContractEntry read(String key, @Nullable String text) {
      if (text == null) {
        throw CallFailure.notProcessed(
            Code.NOT_FOUND,
            "contract: " + key + " (expected: one that a node of the mesh serves or publishes)");
      }
      try {
        return EntryJson.contract(key, text);
      } catch (RuntimeException e) {
        throw CallFailure.notProcessed(
            Code.DATA_LOSS, "contract " + key + " is damaged: " + e.getMessage());
      }
    }

    /** Puts back what the cluster lost: one own contract a time, or all of them. */
    void restore(boolean all) {
      if (all) {
        own.forEach(this::add);
      } else if (!own.isEmpty()) {
        next = (next + 1) % own.size();
        ContractEntry entry = own.get(next);
        cluster
            .get(Cluster.CONTRACTS, entry.key())
            .onSuccess(
                text -> {
                  if (text == null) {
                    add(entry);
                  }
                });
      }
    }
  }
}
