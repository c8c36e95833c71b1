package io.weft.registry;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.contract.Code;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings the map and the table together: writes the own entry, reads the others, again and again.
 * All methods without another word run on the registry's thread.
 */
final class Reconciler {
  private static final Logger LOG = System.getLogger("io.weft.registry");

  private enum Phase {
    NEW,
    STARTED,
    LEFT
  }

  private final Cluster cluster;
  private final Clock clock;
  private final Compatibility.Contracts contracts;
  private final Roster roster = new Roster();
  private final List<Consumer<Table>> changeListeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> lostListeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private volatile NodeEntry own;
  private volatile Table table = Table.EMPTY;
  private volatile Registry.Stats stats = new Registry.Stats(0, 0, 0, 0, 0);
  private Phase phase = Phase.NEW;
  private List<Promise<Void>> waiting = new ArrayList<>();
  private boolean flushDue;
  private boolean hintDue = true;
  private boolean ticking;
  private long beat;
  private String written = "";
  private @Nullable Future<Void> writing;
  private @Nullable Long outageSince;
  private Runnable timer = () -> {};

  Reconciler(Cluster cluster, Clock clock, Compatibility.Contracts contracts, NodeEntry own) {
    this.cluster = cluster;
    this.clock = clock;
    this.contracts = contracts;
    this.own = own;
  }

  /** On every thread. */
  NodeEntry own() {
    return own;
  }

  /** On every thread. */
  Table table() {
    return table;
  }

  /** On every thread. */
  Registry.Stats stats() {
    return stats;
  }

  /** On every thread. */
  Runnable onChange(Consumer<Table> listener) {
    changeListeners.add(listener);
    return () -> changeListeners.remove(listener);
  }

  /** On every thread. */
  void draining(String node) {
    if (phase == Phase.STARTED) {
      roster.draining(node);
      publish();
    }
  }

  Runnable onLost(Consumer<String> listener) {
    lostListeners.add(listener);
    return () -> lostListeners.remove(listener);
  }

  /** Runs something after the next look at the map. */
  void later(Runnable task) {
    later.add(task);
  }

  Future<Void> start() {
    expect(phase == Phase.NEW, "NEW");
    phase = Phase.STARTED;
    roster.own(own, clock.nanos());
    return cluster
        .open(new Reactions())
        .compose(v -> write())
        .compose(v -> reload())
        .compose(v -> outageSince == null ? v() : Future.failedFuture("no cluster members"))
        .onSuccess(v -> timer = cluster.schedule(period(), this::tick))
        .recover(e -> leave().transform(v -> Future.failedFuture(e)));
  }

  Future<Void> update(UnaryOperator<NodeEntry> change) {
    expect(phase != Phase.LEFT, "NEW or STARTED");
    NodeEntry old = own;
    NodeEntry next = change.apply(old);
    if (!next.node().equals(old.node())
        || next.incarnation() != old.incarnation()
        || next.leaseMillis() != old.leaseMillis()) {
      throw new IllegalArgumentException(
          "entry: node %s, incarnation %d, lease %d ms (expected: %s, %d, %d ms)"
              .formatted(
                  next.node(),
                  next.incarnation(),
                  next.leaseMillis(),
                  old.node(),
                  old.incarnation(),
                  old.leaseMillis()));
    }
    own = next;
    hintDue |= !next.equals(old);
    roster.own(next, clock.nanos());
    Promise<Void> promise = Promise.promise();
    waiting.add(promise);
    if (phase == Phase.STARTED) {
      publish();
      if (!flushDue) {
        flushDue = true;
        cluster.execute(this::flush);
      }
    }
    return promise.future();
  }

  Future<Void> leave() {
    boolean present = phase == Phase.STARTED;
    phase = Phase.LEFT;
    timer.run();
    List<Promise<Void>> told = waiting;
    waiting = new ArrayList<>();
    told.forEach(p -> p.tryFail(new IllegalStateException("registry: left before it was written")));
    roster.own(null, clock.nanos());
    publish();
    if (!present) {
      return v();
    }
    Future<Void> last = writing == null ? v() : writing;
    return last.transform(v -> cluster.close())
        .transform(v -> cluster.remove(own.node(), null))
        .onSuccess(v -> cluster.hint(own.node()));
  }

  private void expect(boolean met, String expected) {
    if (!met) {
      throw new IllegalStateException("registry: " + phase + " (expected: " + expected + ")");
    }
  }

  private long period() {
    return own.leaseMillis() / 3;
  }

  private void tick() {
    if (phase == Phase.STARTED) {
      timer = cluster.schedule(period(), this::tick);
      if (!ticking) {
        ticking = true;
        write().transform(v -> reload()).onComplete(v -> ticking = false);
      }
    }
  }

  private void flush() {
    flushDue = false;
    if (phase == Phase.STARTED && !waiting.isEmpty()) {
      write();
    }
  }

  /** Writes the own entry; what is changed while a write is under way follows it. */
  private Future<Void> write() {
    if (writing != null) {
      return writing;
    }
    List<Promise<Void>> told = waiting;
    waiting = new ArrayList<>();
    boolean hint = hintDue;
    hintDue = false;
    String text = EntryJson.encode(stamped());
    Promise<Void> done = Promise.promise();
    writing = done.future();
    publish();
    cluster
        .put(own.node(), text)
        .onComplete(
            (v, failure) -> {
              writing = null;
              if (failure == null) {
                written = text;
                told.forEach(Promise::tryComplete);
                if (hint) {
                  cluster.hint(own.node());
                }
                done.complete();
              } else {
                hintDue |= hint;
                outage(failure);
                CallFailure unavailable = unavailable("entry of node " + own.node(), failure);
                told.forEach(p -> p.tryFail(unavailable));
                done.fail(failure);
              }
              flush();
            });
    return done.future();
  }

  private NodeEntry stamped() {
    long now = clock.nanos();
    NodeEntry entry = own;
    return entry
        .withServices(
            entry.services().stream()
                .map(s -> s.withAge(roster.ownAgeMillis(s.id(), now)))
                .toList())
        .withBeat(++beat);
  }

  private Future<Void> reload() {
    long beatBefore = beat;
    return cluster
        .entries()
        .onComplete(
            (all, failure) -> {
              SortedSet<String> members = new TreeSet<>(cluster.members());
              if (phase != Phase.STARTED) {
                return;
              }
              if (failure != null || members.isEmpty()) {
                outage(failure == null ? new IllegalStateException("no members") : failure);
              } else {
                reconcile(new HashMap<>(all), members, writing == null && beat == beatBefore);
              }
            })
        .mapEmpty();
  }

  /** The map as it was read; quiet says that nothing was written meanwhile. */
  private void reconcile(Map<String, String> all, SortedSet<String> members, boolean quiet) {
    long now = clock.nanos();
    healed(now);
    boolean vanished = !written.equals(all.remove(own.node())) && quiet;
    Roster.Findings findings = roster.reconcile(all, members, now);
    findings.lost().forEach(node -> lostListeners.forEach(listener -> tell(listener, node)));
    publish();
    Map<String, String> evicted = members.first().equals(own.node()) ? findings.ghosts() : Map.of();
    evicted.forEach(cluster::remove);
    Registry.Stats s = stats;
    stats =
        new Registry.Stats(
            s.reloads() + 1,
            s.outages(),
            roster.damaged(),
            s.evicted() + evicted.size(),
            s.vanished() + (vanished ? 1 : 0));
    if (vanished) {
      hintDue = true;
      write();
    }
    contracts.restore(vanished);
    cluster.repair(findings.rejoined());
    List<Runnable> due = new ArrayList<>(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  private void outage(Throwable failure) {
    if (outageSince == null) {
      outageSince = clock.nanos();
      Registry.Stats s = stats;
      stats =
          new Registry.Stats(s.reloads(), s.outages() + 1, s.damaged(), s.evicted(), s.vanished());
      LOG.log(Level.WARNING, "the cluster map is unusable, the last table serves on: " + failure);
    }
  }

  private void healed(long now) {
    if (outageSince != null) {
      roster.forgive(now - outageSince);
      outageSince = null;
      LOG.log(Level.INFO, "the cluster map is usable again");
    }
  }

  private void publish() {
    Table next = roster.changed();
    if (next != null) {
      table = next;
      changeListeners.forEach(listener -> tell(listener, next));
    }
  }

  private static <T> void tell(Consumer<T> listener, T value) {
    try {
      listener.accept(value);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a listener of the registry failed", e);
    }
  }

  static CallFailure unavailable(String what, Throwable cause) {
    return CallFailure.notProcessed(
        Code.UNAVAILABLE, what + ": the cluster map is unusable now: " + cause);
  }

  private static Future<Void> v() {
    return Future.succeededFuture();
  }

  /** What to do about what the cluster tells. */
  private final class Reactions implements Cluster.Events {
    private static final int MAX_LOOKUPS = 1_000;

    /** Nodes whose entry is being read, and whether it changed meanwhile. */
    private final Map<String, Boolean> lookups = new HashMap<>();

    @Override
    public void hinted(String node) {
      if (phase == Phase.STARTED
          && !node.equals(own.node())
          && lookups.size() < MAX_LOOKUPS
          && lookups.put(node, lookups.containsKey(node)) == null) {
        cluster.get(Cluster.NODES, node).onComplete((text, failure) -> read(node, text, failure));
      }
    }

    private void read(String node, @Nullable String text, @Nullable Throwable failure) {
      boolean again = Boolean.TRUE.equals(lookups.remove(node));
      if (phase != Phase.STARTED) {
        return;
      }
      if (failure == null) {
        if (text == null) {
          roster.withdrawn(node);
        } else {
          roster.observe(node, text, cluster.members().contains(node), clock.nanos());
        }
        publish();
      }
      if (again) {
        hinted(node);
      }
    }

    @Override
    public void joined(String node) {
      if (phase == Phase.STARTED) {
        reload();
      }
    }

    @Override
    public void left(String node) {
      if (phase == Phase.STARTED && roster.lost(node)) {
        lostListeners.forEach(listener -> tell(listener, node));
        publish();
      }
    }
  }
}
