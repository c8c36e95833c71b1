package io.weft.node.admin;

import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weft.mesh.Mesh;
import io.weft.node.catalog.Catalog;
import io.weft.node.catalog.Description;
import io.weft.node.json.JsonRecords;
import io.weft.registry.Endpoint;
import io.weft.registry.NodeEntry;
import io.weft.registry.NodeEntry.ServiceEntry;
import io.weft.registry.PlainService;
import io.weft.registry.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the node knows about the cluster and itself. */
final class ClusterRoutes {
  private final AdminTarget target;
  private final Catalog catalog;

  ClusterRoutes(AdminTarget target, Catalog catalog) {
    this.target = target;
    this.catalog = catalog;
  }

  void addTo(Router router) {
    router.get("/nodes").handler(ctx -> Answers.json(ctx, 200, nodes()));
    router.get("/services").handler(ctx -> Answers.json(ctx, 200, services()));
    router.get("/services/:name").handler(this::describe);
    router.get("/stats").handler(ctx -> Answers.json(ctx, 200, stats()));
    router.get("/info").handler(ctx -> Answers.json(ctx, 200, target.about()));
    router
        .get("/ping")
        .handler(ctx -> Answers.json(ctx, 200, new JsonObject().put("node", mesh().node())));
  }

  private Mesh mesh() {
    return target.mesh();
  }

  private JsonArray nodes() {
    Table table = catalog.table();
    JsonArray nodes = new JsonArray();
    table.nodes().stream()
        .sorted(Comparator.comparing(NodeEntry::name).thenComparing(NodeEntry::node))
        .forEach(node -> nodes.add(node(table, node)));
    return nodes;
  }

  private JsonObject node(Table table, NodeEntry node) {
    String state = table.suspect(node.node()) ? "SUSPECT" : node.state().name();
    List<String> services =
        Stream.concat(
                node.services().stream().map(ServiceEntry::service),
                node.plain().stream().map(PlainService::service))
            .distinct()
            .sorted()
            .toList();
    return new JsonObject()
        .put("name", node.name())
        .put("node", node.node())
        .put("state", state)
        .put("zone", node.zone())
        .put("lanes", node.lanes())
        .put("services", new JsonArray(services))
        .put("release", node.release())
        .put("self", node.node().equals(mesh().node()));
  }

  private JsonArray services() {
    Table table = catalog.table();
    JsonArray services = new JsonArray();
    for (String name : table.services()) {
      for (int version : table.versions(name)) {
        services.add(service(table, name, version));
      }
    }
    table.plain().stream()
        .map(Table.Plain::service)
        .distinct()
        .forEach(plain -> services.add(plain(table, plain)));
    return services;
  }

  private static JsonObject plain(Table table, PlainService service) {
    List<Table.Plain> instances =
        table.plain().stream().filter(plain -> plain.service().equals(service)).toList();
    List<String> nodes =
        instances.stream().map(plain -> plain.node().name()).distinct().sorted().toList();
    return new JsonObject()
        .put("service", service.service())
        .put("kind", "proxygen")
        .put("address", service.address())
        .put("instances", instances.size())
        .put("ready", instances.stream().filter(Table.Plain::ready).count())
        .put("nodes", new JsonArray(nodes));
  }

  /** A lane makes no instance of its own: what counts is a node's number of a service. */
  private static JsonObject service(Table table, String name, int version) {
    Map<String, NodeEntry> instances = new TreeMap<>();
    Map<String, Boolean> healthy = new TreeMap<>();
    TreeSet<String> fingerprints = new TreeSet<>();
    for (Endpoint endpoint : table.endpoints(name, version)) {
      String instance = endpoint.node().node() + "/" + endpoint.serviceId();
      instances.put(instance, endpoint.node());
      healthy.put(
          instance, endpoint.service().healthy() && !endpoint.draining() && !endpoint.suspect());
      fingerprints.add(endpoint.service().fingerprint());
    }
    List<String> nodes =
        instances.values().stream().map(NodeEntry::name).distinct().sorted().toList();
    fingerprints.remove("");
    return new JsonObject()
        .put("service", name)
        .put("version", version)
        .put("kind", "mesh")
        .put("instances", instances.size())
        .put("ready", healthy.values().stream().filter(ok -> ok).count())
        .put("nodes", new JsonArray(nodes))
        .put("fingerprints", new JsonArray(List.copyOf(fingerprints)));
  }

  private void describe(RoutingContext ctx) {
    Catalog.Found found = catalog.find(ctx.pathParam("name"));
    PlainService plain = found.plain();
    if (plain != null) {
      JsonArray methods = new JsonArray();
      plain.methods().forEach(method -> methods.add(new JsonObject().put("method", method)));
      Answers.json(ctx, 200, plain(catalog.table(), plain).put("methods", methods));
      return;
    }
    JsonObject answer = service(catalog.table(), found.name(), found.version());
    catalog
        .contract(found)
        .map(view -> answer.mergeIn(Description.of(view)))
        .onSuccess(value -> Answers.json(ctx, 200, value))
        .onFailure(cause -> Answers.fail(ctx, cause));
  }

  private JsonObject stats() {
    return JsonRecords.of(mesh().stats())
        .put("node", mesh().node())
        .put("phase", target.phase().name())
        .put("heapBytes", Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())
        .put("vertx", VertxInternal.version());
  }
}
