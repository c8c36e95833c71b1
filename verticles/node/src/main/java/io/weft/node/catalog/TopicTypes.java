package io.weft.node.catalog;

import com.google.protobuf.Descriptors.Descriptor;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.contract.Code;
import io.weft.node.json.Schema;
import io.weft.registry.NodeEntry;
import io.weft.registry.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what travels on topics: names of types from subscriptions, fields from what their users
 * published about them and from contracts.
 */
public final class TopicTypes {
  private static final String ANY = "*";
  private static final int MAX_CACHED = 1_000;

  /** So long an unknown type is not looked for again: each look reads the map and all contracts. */
  private static final long UNKNOWN_NANOS = 2_000_000_000L;

  private final Catalog catalog;
  private final Clock clock;
  private final Map<String, Descriptor> known = new HashMap<>();
  private final Map<String, Long> unknown = new HashMap<>();

  /**
   * Creates the types. They belong to one event loop.
   *
   * @param catalog where contracts are
   * @param clock for how long an unknown type is not looked for again
   */
  public TopicTypes(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * What subscribers of a topic expect.
   *
   * @param types full protobuf names
   * @param subscriptions how many subscriptions match
   */
  public record Interest(Set<String> types, int subscriptions) {}

  /**
   * Who listens to a topic.
   *
   * @param topic a topic without wildcards
   * @return what its subscribers expect
   */
  public Interest interest(String topic) {
    Set<String> types = new TreeSet<>();
    int subscriptions = 0;
    for (NodeEntry node : catalog.table().nodes()) {
      for (NodeEntry.Subscription subscription : node.subscriptions()) {
        if (matches(subscription.pattern(), topic)) {
          subscriptions++;
          types.add(subscription.type());
        }
      }
    }
    types.remove(ANY);
    types.remove("");
    return new Interest(types, subscriptions);
  }

  /** {@code *} is one part of a name, {@code >} at the end one or more. */
  static boolean matches(String pattern, String topic) {
    String[] wanted = pattern.split("\\.", -1);
    String[] given = topic.split("\\.", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals(">")) {
        return given.length > i;
      }
      if (i >= given.length || !(wanted[i].equals("*") || wanted[i].equals(given[i]))) {
        return false;
      }
    }
    return wanted.length == given.length;
  }

  /**
   * What JSON is when nobody says more.
   *
   * @param json parsed JSON
   * @return the full protobuf name of a type that takes it
   */
  public static String natural(@Nullable Object json) {
    String name =
        json instanceof JsonObject
            ? "Struct"
            : json instanceof JsonArray
                ? "ListValue"
                : json instanceof Number
                    ? "DoubleValue"
                    : json instanceof Boolean ? "BoolValue" : "StringValue";
    return "google.protobuf." + name;
  }

  /**
   * A message's descriptor: what this node knows already, else what the publishers and subscribers
   * said of the type, else what the contracts of services hold.
   *
   * @param type its full name
   * @return the descriptor; null when nobody knows it
   */
  public Future<@Nullable Descriptor> descriptor(String type) {
    Descriptor descriptor = cached(type);
    if (descriptor != null || unknown(type)) {
      return Future.succeededFuture(descriptor);
    }
    return catalog
        .event(type)
        .map(entry -> Schema.of(entry.descriptors().getBytes()).message(type))
        .transform(
            (found, failure) -> {
              if (found != null) {
                remember(type, found);
                return Future.succeededFuture(found);
              }
              return inContracts(type, sure(failure));
            });
  }

  /** Whether a look at the types of events said that there is none, rather than that it failed. */
  private static boolean sure(@Nullable Throwable failure) {
    return failure == null || failure instanceof CallFailure call && call.code() == Code.NOT_FOUND;
  }

  private Future<@Nullable Descriptor> inContracts(String type, boolean sure) {
    List<Future<ContractView>> views = new ArrayList<>();
    Table table = catalog.table();
    for (String service : table.services()) {
      for (int version : table.versions(service)) {
        views.add(catalog.contract(new Catalog.Found(service, version)));
      }
    }
    return Future.join(views)
        .transform(
            done -> {
              for (Future<ContractView> view : views) {
                Descriptor found = view.succeeded() ? view.result().schema().message(type) : null;
                if (found != null) {
                  remember(type, found);
                  return Future.succeededFuture(found);
                }
              }
              if (sure && done.succeeded()) {
                forget(type);
              }
              return Future.succeededFuture();
            });
  }

  /**
   * A message's descriptor, if it is known already.
   *
   * @param type its full name
   * @return the descriptor, or null
   */
  public @Nullable Descriptor cached(String type) {
    Descriptor descriptor = known.get(type);
    return descriptor == null ? Schema.wellKnown(type) : descriptor;
  }

  private void remember(String type, Descriptor descriptor) {
    if (known.size() >= MAX_CACHED) {
      known.clear();
    }
    known.put(type, descriptor);
    unknown.remove(type);
  }

  /** Nobody knows it now; the next node to come may, so that counts for a moment only. */
  private void forget(String type) {
    if (unknown.size() >= MAX_CACHED) {
      unknown.clear();
    }
    unknown.put(type, clock.nanos());
  }

  private boolean unknown(String type) {
    Long since = unknown.get(type);
    if (since == null) {
      return false;
    }
    boolean still = clock.nanos() - since < UNKNOWN_NANOS;
    if (!still) {
      unknown.remove(type);
    }
    return still;
  }
}
