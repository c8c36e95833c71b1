package io.weft.node.catalog;

import io.vertx.core.Future;
import io.weft.mesh.Mesh;
import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import io.weft.registry.ContractEntry;
import io.weft.registry.Endpoint;
import io.weft.registry.PlainService;
import io.weft.registry.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds services and their contracts by the names that people type. */
public final class Catalog {
  private static final int MAX_CACHED = 1_000;

  private final Mesh mesh;
  private final Map<String, ContractView> views = new HashMap<>();

  /**
   * Creates a catalog. It belongs to one event loop.
   *
   * @param mesh what it looks into
   */
  public Catalog(Mesh mesh) {
    this.mesh = mesh;
  }

  /**
   * A service somebody named.
   *
   * @param name its full name
   * @param version the version asked for, else the highest; 1 for plain services, which have none
   * @param plain where it listens when it is a plain {@code @ProxyGen} service, else null
   */
  public record Found(String name, int version, @Nullable PlainService plain) {
    Found(String name, int version) {
      this(name, version, null);
    }
  }

  /**
   * Who serves what now.
   *
   * @return the local table
   */
  public Table table() {
    return mesh.registry().table();
  }

  /**
   * Finds a service. One of the mesh hides a plain one of the same name.
   *
   * @param given its name or any unique end of it; {@code @version} may follow. Of a plain service
   *     also its whole address
   * @return the service
   * @throws Refusal with the nearest names when there is none, with all when there are several
   */
  public Found find(String given) {
    int at = given.lastIndexOf('@');
    String wanted = at < 0 ? given : given.substring(0, at);
    Table table = table();
    PlainService listening = at(given, table);
    Set<String> all = new TreeSet<>(table.services());
    if (listening != null && !all.contains(given)) {
      return new Found(listening.service(), 1, listening);
    }
    table.plain().forEach(plain -> all.add(plain.service().service()));
    String name = unique(wanted, all);
    Set<Integer> versions = table.versions(name);
    if (versions.isEmpty()) {
      return new Found(name, 1, plain(name, table));
    }
    if (at < 0) {
      return new Found(name, Collections.max(versions));
    }
    for (int version : versions) {
      if (Integer.toString(version).equals(given.substring(at + 1))) {
        return new Found(name, version);
      }
    }
    throw Refusal.notFound(
        "no version "
            + given.substring(at + 1)
            + " of "
            + name
            + " is served; served: "
            + versions);
  }

  /** What listens on exactly that address; two services there are for nobody to tell apart. */
  private static @Nullable PlainService at(String address, Table table) {
    return table.plain().stream()
        .map(Table.Plain::service)
        .filter(plain -> plain.address().equals(address))
        .findFirst()
        .orElse(null);
  }

  private static PlainService plain(String name, Table table) {
    Map<String, PlainService> places = new TreeMap<>();
    for (Table.Plain plain : table.plain()) {
      if (plain.service().service().equals(name)) {
        places.putIfAbsent(plain.service().address(), plain.service());
      }
    }
    if (places.size() > 1) {
      throw Refusal.notFound(
          name
              + " listens on "
              + String.join(" and ", places.keySet())
              + "; give the address instead of the name");
    }
    return places.values().iterator().next();
  }

  private static String unique(String wanted, Set<String> all) {
    if (all.contains(wanted)) {
      return wanted;
    }
    List<Predicate<String>> ways =
        List.of(
            name -> name.endsWith("." + wanted),
            name -> name.endsWith(wanted),
            name -> name.toLowerCase(Locale.ROOT).endsWith(wanted.toLowerCase(Locale.ROOT)));
    for (Predicate<String> way : wanted.isEmpty() ? List.<Predicate<String>>of() : ways) {
      List<String> hits = all.stream().filter(way).sorted().toList();
      if (hits.size() == 1) {
        return hits.get(0);
      }
      if (hits.size() > 1) {
        throw Refusal.notFound(
            "\"" + wanted + "\" may be " + String.join(" or ", hits) + "; give more of the name");
      }
    }
    throw Refusal.notFound(
        "no service \""
            + wanted
            + "\""
            + (all.isEmpty()
                ? "; nobody serves anything here yet"
                : "; " + Nearest.hint(wanted, all)));
  }

  /**
   * The fingerprints under which a service is served, without the empty one.
   *
   * @param service the service
   * @return empty for services without a contract of Weft
   */
  public Set<String> fingerprints(Found service) {
    Set<String> fingerprints = new TreeSet<>();
    for (Endpoint endpoint : table().endpoints(service.name(), service.version())) {
      if (!endpoint.service().fingerprint().isEmpty()) {
        fingerprints.add(endpoint.service().fingerprint());
      }
    }
    return fingerprints;
  }

  /**
   * The contract of a service.
   *
   * @param service the service
   * @return its contract; fails for services without one
   */
  public Future<ContractView> contract(Found service) {
    Set<String> fingerprints = fingerprints(service);
    if (fingerprints.isEmpty()) {
      return Future.failedFuture(
          Refusal.notFound(
              service.name()
                  + " has no contract of Weft (it is a plain @ProxyGen service); types are not"
                  + " known here"));
    }
    String fingerprint = fingerprints.iterator().next();
    ContractView known = views.get(fingerprint + service.name());
    if (known != null) {
      return Future.succeededFuture(known);
    }
    return mesh.registry()
        .contract(service.name(), fingerprint)
        .map(entry -> remember(service, fingerprint, entry));
  }

  /**
   * The type of events as a node published it.
   *
   * @param type its full protobuf name
   * @return its entry; fails with NOT_FOUND when no node said what it is
   */
  Future<ContractEntry> event(String type) {
    return mesh.registry().event(type);
  }

  private ContractView remember(Found service, String fingerprint, ContractEntry entry) {
    if (views.size() >= MAX_CACHED) {
      views.clear();
    }
    ContractView view = ContractView.of(entry);
    views.put(fingerprint + service.name(), view);
    return view;
  }
}
