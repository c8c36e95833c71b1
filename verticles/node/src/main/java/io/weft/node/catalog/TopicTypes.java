package io.weft.node.catalog;

import com.google.protobuf.Descriptors.Descriptor;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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

/** Finds out what travels on topics: names of types from subscriptions, fields from contracts. */
public final class TopicTypes {
  private static final String ANY = "*";
  private static final int MAX_CACHED = 1_000;

  private final Catalog catalog;
  private final Map<String, Descriptor> known = new HashMap<>();

  /**
   * Creates the types. They belong to one event loop.
   *
   * @param catalog where contracts are
   */
  public TopicTypes(Catalog catalog) {
    this.catalog = catalog;
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
   * A message's descriptor.
   *
   * @param type its full name
   * @return from any contract that has it; null when none has
   */
  public Future<@Nullable Descriptor> descriptor(String type) {
    Descriptor descriptor = cached(type);
    if (descriptor != null) {
      return Future.succeededFuture(descriptor);
    }
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
  }
}
