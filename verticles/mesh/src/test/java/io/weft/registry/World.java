package io.weft.registry;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.call.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster in memory on one thread, whose time stands still until a test turns it. */
final class World {
  final Map<String, String> nodes = new TreeMap<>();
  final Map<String, String> contracts = new TreeMap<>();
  final Set<String> members = new TreeSet<>();
  final Map<String, Place> places = new HashMap<>();
  boolean broken;
  boolean deaf;
  int writes;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private long nanos = 1_000_000_000_000L;
  private long timerOrder;

  private record Timer(long at, long order, Runnable task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
    }
  }

  Clock clock() {
    return () -> nanos;
  }

  /** A member of the cluster, its registry not started. */
  Registry member(NodeEntry own) {
    members.add(own.node());
    Place place = new Place(own.node());
    places.put(own.node(), place);
    return new Registry(place, clock(), own);
  }

  /** A member whose registry has started. */
  Registry started(String node) {
    return started(NodeEntry.of(node, 1, node, "", 1));
  }

  Registry started(NodeEntry own) {
    Registry registry = member(own);
    value(registry.start());
    return registry;
  }

  /** Runs everything that is due, then looks at the future. */
  <T> T value(Future<T> future) {
    settle();
    if (!future.isComplete()) {
      throw new AssertionError("not complete");
    }
    if (future.failed()) {
      throw new AssertionError(future.cause());
    }
    return future.result();
  }

  Throwable failure(Future<?> future) {
    settle();
    if (!future.failed()) {
      throw new AssertionError("did not fail: " + future);
    }
    return future.cause();
  }

  void settle() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  void pass(long millis) {
    settle();
    long end = nanos + millis * 1_000_000;
    while (!timers.isEmpty() && timers.peek().at <= end) {
      Timer timer = timers.poll();
      nanos = Math.max(nanos, timer.at);
      timer.task.run();
      settle();
    }
    nanos = end;
  }

  /** Time passes for everybody but these, whose threads stand still. */
  void crash(String node) {
    members.remove(node);
    places.get(node).dead = true;
  }

  /** A node of the world as its registry sees it. */
  final class Place implements Cluster {
    final String node;
    boolean dead;
    boolean frozen;
    Events events;
    int repairs;
    int announcements;

    Place(String node) {
      this.node = node;
    }

    private <T> Future<T> answer(T value) {
      if (broken) {
        return Future.failedFuture(new IllegalStateException("the map is broken"));
      }
      Promise<T> promise = Promise.promise();
      tasks.add(() -> promise.complete(value));
      return promise.future();
    }

    @Override
    public Future<Void> open(Events e) {
      events = e;
      return answer(null);
    }

    @Override
    public Future<Void> close() {
      events = null;
      return Future.succeededFuture();
    }

    @Override
    public Set<String> members() {
      return broken ? Set.of() : members;
    }

    @Override
    public Future<Map<String, String>> entries() {
      return answer(Map.copyOf(nodes));
    }

    @Override
    public Future<String> get(String map, String key) {
      return answer((map.equals(NODES) ? nodes : contracts).get(key));
    }

    @Override
    public Future<Void> put(String key, String text) {
      if (!broken) {
        writes++;
        nodes.put(key, text);
      }
      return answer(null);
    }

    @Override
    public Future<Void> addContract(String key, String text) {
      if (!broken) {
        contracts.putIfAbsent(key, text);
      }
      return answer(null);
    }

    @Override
    public Future<Void> putContract(String key, String text) {
      if (!broken) {
        contracts.put(key, text);
      }
      return answer(null);
    }

    @Override
    public Future<Void> remove(String key, String text) {
      if (!broken && (text == null || text.equals(nodes.get(key)))) {
        nodes.remove(key);
      }
      return answer(null);
    }

    @Override
    public void hint(String id) {
      if (!deaf) {
        tell(e -> e.hinted(id));
      }
    }

    @Override
    public Future<Void> guard(String address) {
      return answer(null);
    }

    @Override
    public void repair(boolean announce) {
      repairs++;
      announcements += announce ? 1 : 0;
    }

    @Override
    public void execute(Runnable task) {
      if (!dead) {
        tasks.add(task);
      }
    }

    @Override
    public Runnable schedule(long delayMillis, Runnable task) {
      boolean[] cancelled = new boolean[1];
      timers.add(
          new Timer(
              nanos + delayMillis * 1_000_000,
              timerOrder++,
              () -> {
                if (!cancelled[0] && !dead && !frozen) {
                  task.run();
                }
              }));
      return () -> cancelled[0] = true;
    }

    @Override
    public <T> Promise<T> promise() {
      return Promise.promise();
    }
  }

  void tell(java.util.function.Consumer<Cluster.Events> event) {
    List<Place> all = new ArrayList<>(places.values());
    for (Place place : all) {
      place.execute(
          () -> {
            if (place.events != null) {
              event.accept(place.events);
            }
          });
    }
  }
}
