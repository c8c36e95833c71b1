package io.weft.registry;

import io.weft.link.LaneAddress;
import io.weft.registry.NodeEntry.ServiceEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a node knows about all nodes at one moment. Immutable. */
public final class Table {
  /** Knows nobody. */
  public static final Table EMPTY = new Table(List.of());

  private final Map<String, Row> rows;
  private final Map<Key, List<Endpoint>> endpoints = new HashMap<>();

  /**
   * A node as its observer sees it.
   *
   * @param entry what it tells, without beat and ages
   * @param local whether it is the observer
   * @param sameZone whether it is in the observer's zone
   * @param suspect whether its lease ran out
   * @param since the start of each service by its id, moments of the observer's clock
   */
  record Row(
      NodeEntry entry,
      boolean local,
      boolean sameZone,
      boolean suspect,
      Map<Integer, Long> since) {}

  /**
   * A plain {@code @ProxyGen} service on a node.
   *
   * @param service what it is and where it listens
   * @param node the node's entry; its beat is not kept up to date
   * @param suspect whether the node belongs to the cluster but let its lease run out
   */
  public record Plain(PlainService service, NodeEntry node, boolean suspect) {
    /**
     * Whether its node takes calls.
     *
     * @return false while the node drains or is suspect
     */
    public boolean ready() {
      return node.state() == NodeEntry.State.UP && !suspect;
    }
  }

  private record Key(String service, int version) {}

  Table(Collection<Row> all) {
    rows = new LinkedHashMap<>();
    for (Row row : all) {
      rows.put(row.entry().node(), row);
      row.entry().services().forEach(service -> add(row, service));
    }
    endpoints.replaceAll((key, list) -> List.copyOf(list));
  }

  private void add(Row row, ServiceEntry service) {
    NodeEntry node = row.entry();
    List<Endpoint> list =
        endpoints.computeIfAbsent(
            new Key(service.service(), service.version()), k -> new ArrayList<>());
    for (int lane : service.lanes()) {
      list.add(
          new Endpoint(
              new LaneAddress(node.node(), node.incarnation(), lane),
              node,
              service,
              row.local(),
              row.sameZone(),
              row.suspect(),
              row.since().getOrDefault(service.id(), 0L)));
    }
  }

  /**
   * All nodes, this one included.
   *
   * @return ordered by id; beats and ages are 0
   */
  public List<NodeEntry> nodes() {
    return rows.values().stream().map(Row::entry).toList();
  }

  /**
   * One node.
   *
   * @param id its id in the cluster
   * @return the node, or null
   */
  public @Nullable NodeEntry node(String id) {
    Row row = rows.get(id);
    return row == null ? null : row.entry();
  }

  /**
   * Whether a node belongs to the cluster but let its lease run out.
   *
   * @param id its id in the cluster
   * @return false for unknown nodes too
   */
  public boolean suspect(String id) {
    Row row = rows.get(id);
    return row != null && row.suspect();
  }

  /**
   * Everything that serves a service, whatever its state: choosing is the work of {@link Balancer}.
   *
   * @param service the full service name
   * @param version the contract's major version
   * @return one endpoint for each lane that serves it; ordered by node
   */
  public List<Endpoint> endpoints(String service, int version) {
    return endpoints.getOrDefault(new Key(service, version), List.of());
  }

  /**
   * The versions in which a service is served.
   *
   * @param service the full service name
   * @return the versions, ascending
   */
  public Set<Integer> versions(String service) {
    Set<Integer> versions = new TreeSet<>();
    for (Key key : endpoints.keySet()) {
      if (key.service().equals(service)) {
        versions.add(key.version());
      }
    }
    return versions;
  }

  /**
   * The names of all services.
   *
   * @return full names, sorted
   */
  public Set<String> services() {
    Set<String> names = new TreeSet<>();
    endpoints.keySet().forEach(key -> names.add(key.service()));
    return names;
  }

  /**
   * The plain {@code @ProxyGen} services of all nodes; {@link #services} and {@link #endpoints} do
   * not hold them.
   *
   * @return one for each instance, ordered by service, address and node
   */
  public List<Plain> plain() {
    List<Plain> all = new ArrayList<>();
    for (Row row : rows.values()) {
      row.entry().plain().forEach(s -> all.add(new Plain(s, row.entry(), row.suspect())));
    }
    all.sort(
        Comparator.comparing((Plain plain) -> plain.service().service())
            .thenComparing(plain -> plain.service().address()));
    return all;
  }

  /**
   * Finds services by the end of their names.
   *
   * @param suffix a full name or its last parts: {@code Cart} and {@code shop.Cart} both find
   *     {@code com.shop.Cart}
   * @return full names, sorted; only the exact one if there is one
   */
  public List<String> find(String suffix) {
    Set<String> all = services();
    if (all.contains(suffix)) {
      return List.of(suffix);
    }
    return all.stream().filter(name -> name.endsWith("." + suffix)).toList();
  }
}
