package io.weft.registry;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.registry.NodeEntry.ServiceEntry;
import io.weft.registry.NodeEntry.Subscription;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts in the cluster maps. Reading checks every type and bound; keys that this release does
 * not know are skipped, so that newer nodes may add some.
 */
final class EntryJson {
  static final int MAX_NODE_TEXT = 8 << 20;
  static final int MAX_CONTRACT_TEXT = 16 << 20;
  private static final int FORMAT = 1;

  private EntryJson() {}

  static String encode(NodeEntry entry) {
    JsonObject json = new JsonObject();
    json.put("format", FORMAT)
        .put("node", entry.node())
        .put("incarnation", entry.incarnation())
        .put("name", entry.name())
        .put("zone", entry.zone())
        .put("state", entry.state().name())
        .put("lease", entry.leaseMillis())
        .put("beat", entry.beat())
        .put("lanes", entry.lanes())
        .put("services", array(entry.services(), EntryJson::service))
        .put("subscriptions", array(entry.subscriptions(), EntryJson::subscription))
        .put("release", entry.release());
    if (!entry.plain().isEmpty()) {
      json.put("plain", array(entry.plain(), EntryJson::plain));
    }
    return json.encode();
  }

  /**
   * Reads the entry of a node.
   *
   * @throws IllegalArgumentException when the text is not such an entry
   */
  static NodeEntry node(String key, String text) {
    Fields f = Fields.of(text, MAX_NODE_TEXT);
    String node = f.string("node");
    if (!node.equals(key)) {
      throw new IllegalArgumentException("node: " + node + " (expected: its key " + key + ")");
    }
    return new NodeEntry(
        node,
        f.integer("incarnation"),
        f.string("name"),
        f.string("zone"),
        state(f.string("state")),
        f.integer("lease"),
        f.integer("beat"),
        f.small("lanes"),
        f.list("services", o -> service(Fields.of(o))),
        f.list("subscriptions", o -> subscription(Fields.of(o))),
        f.string("release"),
        // Absent when there are none, and from older builds.
        f.json().containsKey("plain") ? f.list("plain", o -> plain(Fields.of(o))) : List.of());
  }

  static String encode(ContractEntry entry) {
    return new JsonObject()
        .put("format", FORMAT)
        .put("service", entry.service())
        .put("version", entry.version())
        .put("signature", new JsonArray(new ArrayList<>(entry.signature())))
        .put("methods", new JsonArray(entry.methods().stream().map(EntryJson::method).toList()))
        .put("descriptors", Base64.getEncoder().encodeToString(entry.descriptors().getBytes()))
        .encode();
  }

  /**
   * Reads a contract.
   *
   * @throws IllegalArgumentException when the text is not the contract that the key names
   */
  static ContractEntry contract(String key, String text) {
    Fields f = Fields.of(text, MAX_CONTRACT_TEXT);
    ContractEntry entry =
        new ContractEntry(
            f.string("service"),
            f.small("version"),
            f.list("signature", o -> Fields.cast(o, String.class, "signature")),
            f.list("methods", o -> method(Fields.of(o))),
            Buffer.buffer(Base64.getDecoder().decode(f.string("descriptors"))));
    String own = entry.key();
    if (!own.equals(key)) {
      throw new IllegalArgumentException("contract: " + own + " (expected: its key " + key + ")");
    }
    return entry;
  }

  private static JsonObject method(ContractEntry.Method m) {
    return new JsonObject()
        .put("number", m.number())
        .put("name", m.name())
        .put("shape", m.shape().name())
        .put("semantics", m.semantics().name())
        .put("deadlineMillis", m.deadlineMillis());
  }

  private static ContractEntry.Method method(Fields f) {
    return new ContractEntry.Method(
        f.small("number"),
        f.string("name"),
        Shape.valueOf(f.string("shape")),
        Semantics.valueOf(f.string("semantics")),
        f.integer("deadlineMillis"));
  }

  private static JsonObject service(ServiceEntry s) {
    return new JsonObject()
        .put("service", s.service())
        .put("version", s.version())
        .put("id", s.id())
        .put("lanes", new JsonArray(new ArrayList<>(s.lanes())))
        .put("fingerprint", s.fingerprint())
        .put("weight", s.weight())
        .put("slowStart", s.slowStartMillis())
        .put("age", s.ageMillis())
        .put("healthy", s.healthy());
  }

  private static ServiceEntry service(Fields f) {
    return new ServiceEntry(
        f.string("service"),
        f.small("version"),
        f.small("id"),
        f.list("lanes", o -> Math.toIntExact(Fields.whole(o, "lanes"))),
        f.string("fingerprint"),
        Fields.cast(f.value("weight"), Number.class, "weight").doubleValue(),
        f.integer("slowStart"),
        f.integer("age"),
        Fields.cast(f.value("healthy"), Boolean.class, "healthy"));
  }

  private static JsonObject subscription(Subscription s) {
    JsonObject json = new JsonObject().put("pattern", s.pattern()).put("type", s.type());
    return s.group() == null ? json : json.put("group", s.group());
  }

  private static Subscription subscription(Fields f) {
    Object group = f.json.getValue("group");
    return new Subscription(
        f.string("pattern"),
        group == null ? null : Fields.cast(group, String.class, "group"),
        f.string("type"));
  }

  private static JsonObject plain(PlainService s) {
    return new JsonObject()
        .put("service", s.service())
        .put("address", s.address())
        .put("methods", new JsonArray(new ArrayList<>(s.methods())));
  }

  private static PlainService plain(Fields f) {
    return new PlainService(
        f.string("service"),
        f.string("address"),
        f.list("methods", o -> Fields.cast(o, String.class, "methods")));
  }

  private static NodeEntry.State state(String name) {
    for (NodeEntry.State state : NodeEntry.State.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    throw new IllegalArgumentException("state: " + name + " (expected: UP or DRAINING)");
  }

  private static <T> JsonArray array(List<T> list, Function<T, JsonObject> encode) {
    JsonArray array = new JsonArray(new ArrayList<>(list.size()));
    list.forEach(item -> array.add(encode.apply(item)));
    return array;
  }

  /** Typed access to an object; every failure is an IllegalArgumentException. */
  private record Fields(JsonObject json) {
    static Fields of(String text, int max) {
      if (text.length() > max) {
        throw new IllegalArgumentException(
            "entry: " + text.length() + " characters (expected: at most " + max + ")");
      }
      Fields fields;
      try {
        fields = new Fields(new JsonObject(text));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("entry: not JSON (expected: an object)", e);
      }
      long format = fields.integer("format");
      if (format != FORMAT) {
        throw new IllegalArgumentException("format: " + format + " (expected: " + FORMAT + ")");
      }
      return fields;
    }

    static Fields of(Object value) {
      return new Fields(cast(value, JsonObject.class, "item"));
    }

    static <T> T cast(@Nullable Object value, Class<T> type, String key) {
      if (!type.isInstance(value)) {
        String found = value == null ? "nothing" : value.getClass().getSimpleName();
        throw new IllegalArgumentException(
            key + ": " + found + " (expected: " + type.getSimpleName() + ")");
      }
      return type.cast(value);
    }

    static long whole(@Nullable Object value, String key) {
      if (value instanceof Integer || value instanceof Long) {
        return ((Number) value).longValue();
      }
      throw new IllegalArgumentException(key + ": " + value + " (expected: a whole number)");
    }

    @Nullable Object value(String key) {
      return json.getValue(key);
    }

    String string(String key) {
      return cast(value(key), String.class, key);
    }

    long integer(String key) {
      return whole(value(key), key);
    }

    int small(String key) {
      long value = integer(key);
      if (value != (int) value) {
        throw new IllegalArgumentException(key + ": " + value + " (expected: 32 bits)");
      }
      return (int) value;
    }

    <T> List<T> list(String key, Function<Object, T> decode) {
      JsonArray array = cast(value(key), JsonArray.class, key);
      List<T> list = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        Object item = array.getValue(i);
        if (item == null) {
          throw new IllegalArgumentException(key + ": null at " + i + " (expected: a value)");
        }
        list.add(decode.apply(item));
      }
      return list;
    }
  }
}
