package io.weft.topic;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.call.Contract;
import io.weft.topic.Cluster.Interest;
import io.weft.wire.Codec;
import io.weft.wire.WellKnown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of events.
 *
 * @param name the full protobuf name
 * @param codec its codec; null for the raw type, which takes every event as bytes
 * @param javaType the Java class that its generated code lies beside; null when there is none
 */
record EventType<T>(String name, @Nullable Codec<T> codec, @Nullable Class<T> javaType) {
  /** What raw subscriptions take. */
  static final EventType<byte[]> RAW = new EventType<>(Interest.ANY_TYPE, null, null);

  private static final Map<Class<?>, EventType<?>> WELL_KNOWN =
      Map.ofEntries(
          entry(String.class, "StringValue", WellKnown.STRING),
          entry(Double.class, "DoubleValue", WellKnown.DOUBLE),
          entry(Float.class, "FloatValue", WellKnown.FLOAT),
          entry(Integer.class, "Int32Value", WellKnown.INT32),
          entry(Long.class, "Int64Value", WellKnown.INT64),
          entry(Boolean.class, "BoolValue", WellKnown.BOOL),
          entry(byte[].class, "BytesValue", WellKnown.BYTES),
          entry(Buffer.class, "BytesValue", WellKnown.BUFFER),
          entry(JsonObject.class, "Struct", WellKnown.STRUCT),
          entry(JsonArray.class, "ListValue", WellKnown.LIST_VALUE),
          entry(Instant.class, "Timestamp", WellKnown.TIMESTAMP),
          entry(Duration.class, "Duration", WellKnown.DURATION));

  private static <T> Map.Entry<Class<?>, EventType<?>> entry(
      Class<T> type, String name, Codec<T> codec) {
    return Map.entry(type, new EventType<>("google.protobuf." + name, codec, null));
  }

  boolean takes(String type) {
    return codec == null || name.equals(type);
  }

  /** The codec, for a type that is not raw. */
  Codec<T> typedCodec() {
    Codec<T> typed = codec;
    if (typed == null) {
      throw new IllegalStateException("type " + name + " has no codec");
    }
    return typed;
  }

  /**
   * What the processor wrote beside the codec of a type with {@code @MeshEvent}. Reads a file.
   *
   * @return the serialized {@code FileDescriptorSet}; empty for all other types
   * @throws UncheckedIOException when it is there and cannot be read
   */
  byte[] descriptors() {
    Class<T> type = javaType;
    if (type == null) {
      return new byte[0];
    }
    String path = "META-INF/weft/" + name + ".desc";
    try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /**
   * Finds the type of a Java class.
   *
   * @throws IllegalArgumentException when there is no codec for it
   */
  @SuppressWarnings("unchecked")
  static <T> EventType<T> of(Class<T> type) {
    EventType<?> known = WELL_KNOWN.get(type);
    if (known != null) {
      return (EventType<T>) known;
    }
    String codec = flat(type.getName()) + "Codec";
    try {
      Object instance =
          Class.forName(codec, true, type.getClassLoader()).getField("INSTANCE").get(null);
      return new EventType<>(protoName(type), (Codec<T>) instance, type);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "no codec for events of "
              + type.getName()
              + ": no generated class "
              + codec
              + " (remedy: annotate it with @MeshEvent, or use it in a contract, and put weft-codegen"
              + " on the annotation processor path; without generated code travel String, Double,"
              + " Float, Integer, Long, Boolean, byte[], Buffer, JsonObject, JsonArray, Instant and"
              + " Duration)",
          e);
    }
  }

  /** As codegen names messages: a type nested in a contract takes the name of the service. */
  private static String protoName(Class<?> type) {
    for (Class<?> outer = type.getEnclosingClass();
        outer != null;
        outer = outer.getEnclosingClass()) {
      String service = service(outer);
      if (service != null) {
        return service + flat(type.getName().substring(outer.getName().length()));
      }
    }
    return flat(type.getName());
  }

  private static @Nullable String service(Class<?> outer) {
    if (!outer.isInterface()) {
      return null;
    }
    try {
      return Contract.of(outer).service();
    } catch (IllegalArgumentException noContract) {
      return null;
    }
  }

  private static String flat(String binaryName) {
    return binaryName.replace('$', '_');
  }
}
