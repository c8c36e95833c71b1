package io.weft.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a node tells the others about itself: its value in the cluster map {@code weft.nodes}.
 *
 * @param node the node's id in the cluster
 * @param incarnation which start of the mesh on that node; a greater one replaces a smaller one
 * @param name what people call the node
 * @param zone where it runs; empty for one zone only
 * @param state whether new calls are welcome
 * @param leaseMillis how long the entry counts without a new beat: 300 to 3,600,000 ms, default
 *     10,000
 * @param beat changes with each write; set by {@link Registry}
 * @param lanes how many lanes the node has, 0 to 1,024
 * @param services what it serves, at most 10,000
 * @param subscriptions the topics it listens to, at most 100,000
 * @param release the version of Weft that runs there
 * @param plain its plain {@code @ProxyGen} services, at most 10,000
 */
public record NodeEntry(
    String node,
    long incarnation,
    String name,
    String zone,
    State state,
    long leaseMillis,
    long beat,
    int lanes,
    List<ServiceEntry> services,
    List<Subscription> subscriptions,
    String release,
    List<PlainService> plain) {
  /** The lease when nothing else is said: 10,000 ms. */
  public static final long DEFAULT_LEASE_MILLIS = 10_000;

  private static final int MAX_TEXT = 512;

  /** Whether new calls are welcome. */
  public enum State {
    /** The node takes calls. */
    UP,
    /** The node finishes what it has and takes no new calls. */
    DRAINING
  }

  /**
   * One service of a node.
   *
   * @param service the full service name
   * @param version the contract's major version, 1 or more
   * @param id the service's number on this node, as used on the wire; 0 or more
   * @param lanes the lanes that serve it, at most 1,024
   * @param fingerprint see {@link ContractEntry#fingerprint}; empty for services without a contract
   *     of Weft, which are not checked
   * @param weight the share of calls relative to others, 0 to 1,000,000, default 1; 0 takes calls
   *     only when there is nobody else
   * @param slowStartMillis how long the weight grows from a tenth to the whole; 0 (default) for at
   *     once
   * @param ageMillis how long it is served; set by {@link Registry} with each write
   * @param healthy what the user's health check says, default true
   */
  public record ServiceEntry(
      String service,
      int version,
      int id,
      List<Integer> lanes,
      String fingerprint,
      double weight,
      long slowStartMillis,
      long ageMillis,
      boolean healthy) {
    /** Checks the values. */
    public ServiceEntry {
      text("service", service, 1);
      text("fingerprint", fingerprint, 0);
      range("version", version, 1, Integer.MAX_VALUE);
      range("id", id, 0, Integer.MAX_VALUE);
      range("lanes of " + service, lanes.size(), 1, 1_024);
      for (int lane : lanes) {
        range("lane of " + service, lane, 0, 1_023);
      }
      if (!(weight >= 0 && weight <= 1_000_000)) {
        throw new IllegalArgumentException(
            "weight of " + service + ": " + weight + " (expected: 0 to 1000000)");
      }
      range("slowStartMillis", slowStartMillis, 0, Long.MAX_VALUE / 1_000_000);
      range("ageMillis", ageMillis, 0, Long.MAX_VALUE / 1_000_000);
      lanes = List.copyOf(lanes);
    }

    /**
     * A healthy service with weight 1 and no slow start.
     *
     * @param service the full service name
     * @param version the contract's major version
     * @param id the service's number on this node
     * @param lanes the lanes that serve it
     * @param fingerprint the contract's fingerprint, or empty
     * @return the entry
     */
    public static ServiceEntry of(
        String service, int version, int id, List<Integer> lanes, String fingerprint) {
      return new ServiceEntry(service, version, id, lanes, fingerprint, 1, 0, 0, true);
    }

    /**
     * The same with another weight.
     *
     * @param value 0 to 1,000,000
     * @return the entry
     */
    public ServiceEntry withWeight(double value) {
      return new ServiceEntry(
          service, version, id, lanes, fingerprint, value, slowStartMillis, ageMillis, healthy);
    }

    /**
     * The same with another slow start.
     *
     * @param millis milliseconds, 0 for none
     * @return the entry
     */
    public ServiceEntry withSlowStart(long millis) {
      return new ServiceEntry(
          service, version, id, lanes, fingerprint, weight, millis, ageMillis, healthy);
    }

    /**
     * The same with another health.
     *
     * @param value false keeps calls away
     * @return the entry
     */
    public ServiceEntry withHealthy(boolean value) {
      return new ServiceEntry(
          service, version, id, lanes, fingerprint, weight, slowStartMillis, ageMillis, value);
    }

    ServiceEntry withAge(long millis) {
      return new ServiceEntry(
          service, version, id, lanes, fingerprint, weight, slowStartMillis, millis, healthy);
    }
  }

  /**
   * One subscription of a node.
   *
   * @param pattern the topic, possibly with wildcards
   * @param group the members of a group share the messages; null for all messages
   * @param type the message type's full name
   */
  public record Subscription(String pattern, @Nullable String group, String type) {
    /** Checks the values. */
    public Subscription {
      text("pattern", pattern, 1);
      text("type", type, 0);
      if (group != null) {
        text("group", group, 1);
      }
    }
  }

  /** Checks the values. */
  public NodeEntry {
    text("node", node, 1);
    text("name", name, 0);
    text("zone", zone, 0);
    text("release", release, 0);
    Objects.requireNonNull(state, "state");
    range("leaseMillis", leaseMillis, 300, 3_600_000);
    range("lanes", lanes, 0, 1_024);
    range("services", services.size(), 0, 10_000);
    range("subscriptions", subscriptions.size(), 0, 100_000);
    range("plain", plain.size(), 0, 10_000);
    services = List.copyOf(services);
    subscriptions = List.copyOf(subscriptions);
    plain = List.copyOf(plain);
    TreeSet<Integer> ids = new TreeSet<>();
    for (ServiceEntry service : services) {
      if (!ids.add(service.id())) {
        throw new IllegalArgumentException(
            "service id: " + service.id() + " of " + service.service() + " (expected: unique)");
      }
    }
  }

  /**
   * An entry of a node that is up and serves nothing yet, with the default lease.
   *
   * @param node the node's id in the cluster
   * @param incarnation which start of the mesh on that node
   * @param name what people call the node
   * @param zone where it runs, or empty
   * @param lanes how many lanes it has
   * @return the entry
   */
  public static NodeEntry of(String node, long incarnation, String name, String zone, int lanes) {
    String release = NodeEntry.class.getPackage().getImplementationVersion();
    return new NodeEntry(
        node,
        incarnation,
        name,
        zone,
        State.UP,
        DEFAULT_LEASE_MILLIS,
        0,
        lanes,
        List.of(),
        List.of(),
        release == null ? "" : release,
        List.of());
  }

  /**
   * The same with another state.
   *
   * @param value the state
   * @return the entry
   */
  public NodeEntry withState(State value) {
    return copy(value, leaseMillis, beat, services, subscriptions);
  }

  /**
   * The same with another lease.
   *
   * @param millis 300 to 3,600,000
   * @return the entry
   */
  public NodeEntry withLease(long millis) {
    return copy(state, millis, beat, services, subscriptions);
  }

  /**
   * The same with one service more, or with another value of the service with the same id.
   *
   * @param service the service
   * @return the entry
   */
  public NodeEntry withService(ServiceEntry service) {
    List<ServiceEntry> list = new ArrayList<>(services);
    list.removeIf(s -> s.id() == service.id());
    list.add(service);
    return withServices(list);
  }

  /**
   * The same without a service.
   *
   * @param id the service's number on this node; an unknown one changes nothing
   * @return the entry
   */
  public NodeEntry withoutService(int id) {
    return withServices(services.stream().filter(s -> s.id() != id).toList());
  }

  /**
   * The same with other subscriptions.
   *
   * @param list all subscriptions of the node
   * @return the entry
   */
  public NodeEntry withSubscriptions(List<Subscription> list) {
    return copy(state, leaseMillis, beat, services, list);
  }

  /**
   * The same with one plain service more.
   *
   * @param service the service; an equal one that is there counts as another instance
   * @return the entry
   */
  public NodeEntry withPlain(PlainService service) {
    List<PlainService> list = new ArrayList<>(plain);
    list.add(service);
    return withPlain(list);
  }

  /**
   * The same without one instance of a plain service.
   *
   * @param service the service; an unknown one changes nothing
   * @return the entry
   */
  public NodeEntry withoutPlain(PlainService service) {
    List<PlainService> list = new ArrayList<>(plain);
    list.remove(service);
    return withPlain(list);
  }

  /**
   * One service.
   *
   * @param id the service's number on this node
   * @return the service, or null
   */
  public @Nullable ServiceEntry service(int id) {
    for (ServiceEntry service : services) {
      if (service.id() == id) {
        return service;
      }
    }
    return null;
  }

  NodeEntry withServices(List<ServiceEntry> list) {
    return copy(state, leaseMillis, beat, list, subscriptions);
  }

  private NodeEntry withPlain(List<PlainService> list) {
    return new NodeEntry(
        node,
        incarnation,
        name,
        zone,
        state,
        leaseMillis,
        beat,
        lanes,
        services,
        subscriptions,
        release,
        list);
  }

  NodeEntry withBeat(long value) {
    return copy(state, leaseMillis, value, services, subscriptions);
  }

  /** The same without what changes with each write: two equal results mean the same to callers. */
  NodeEntry settled() {
    return withServices(services.stream().map(s -> s.withAge(0)).toList()).withBeat(0);
  }

  private NodeEntry copy(
      State newState,
      long newLease,
      long newBeat,
      List<ServiceEntry> newServices,
      List<Subscription> newSubscriptions) {
    return new NodeEntry(
        node,
        incarnation,
        name,
        zone,
        newState,
        newLease,
        newBeat,
        lanes,
        newServices,
        newSubscriptions,
        release,
        plain);
  }

  static void text(String name, String value, int min) {
    if (value.length() < min || value.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "%s: %d characters (expected: %d to %d)".formatted(name, value.length(), min, MAX_TEXT));
    }
  }

  static void range(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + min + " to " + max + ")");
    }
  }
}
