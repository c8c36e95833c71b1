package io.weft.topic;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to the subscriptions of this node and to other nodes: a value, bytes, or
 * both. On the wire: topic, type, [number of pairs, pairs], payload. Belongs to one thread.
 */
final class Letter {
  private static final int MAX_PAIRS = 256;

  private final String topic;
  private final String type;
  private final String publisher;
  private final Map<String, String> baggage;
  private @Nullable Codec<Object> codec;
  private @Nullable Object value;
  private byte @Nullable [] bytes;
  private @Nullable Codec<?> sharedCodec;
  private @Nullable Event<?> shared;

  private Letter(String topic, String type, String publisher, Map<String, String> baggage) {
    this.topic = topic;
    this.type = type;
    this.publisher = publisher;
    this.baggage = baggage;
  }

  @SuppressWarnings("unchecked")
  static <T> Letter of(
      String topic, EventType<T> type, T value, String publisher, Map<String, String> baggage) {
    Letter letter = new Letter(topic, type.name(), publisher, baggage);
    letter.codec = (Codec<Object>) type.typedCodec();
    letter.value = value;
    return letter;
  }

  static Letter of(
      String topic, String type, byte[] bytes, String publisher, Map<String, String> baggage) {
    Letter letter = new Letter(topic, type, publisher, baggage);
    letter.bytes = bytes;
    return letter;
  }

  /** Reads what {@link #write} wrote. */
  static Letter read(String publisher, Reader in, boolean pairs) {
    String topic = in.string();
    String flaw = Patterns.flaw(topic, false);
    if (flaw != null) {
      throw new WireException("topic \"" + Patterns.shown(topic) + "\": " + flaw);
    }
    String type = in.string();
    Map<String, String> baggage = pairs ? readPairs(in) : Map.of();
    return of(topic, type, in.rest(), publisher, baggage);
  }

  private static Map<String, String> readPairs(Reader in) {
    int count = in.varint32();
    if (count < 0 || count > MAX_PAIRS) {
      throw new WireException(count + " pairs (expected: 0 to " + MAX_PAIRS + ")");
    }
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < count; i++) {
      pairs.put(in.string(), in.string());
    }
    return Map.copyOf(pairs);
  }

  void write(Writer out) {
    out.string(topic);
    out.string(type);
    if (!baggage.isEmpty()) {
      out.varint32(baggage.size());
      baggage.forEach(
          (key, text) -> {
            out.string(key);
            out.string(text);
          });
    }
    byte[] known = bytes;
    if (known != null) {
      out.raw(known, 0, known.length);
    } else {
      Objects.requireNonNull(codec).write(Objects.requireNonNull(value), out);
    }
  }

  String topic() {
    return topic;
  }

  String type() {
    return type;
  }

  String publisher() {
    return publisher;
  }

  boolean hasBaggage() {
    return !baggage.isEmpty();
  }

  RawEvent raw() {
    return new RawEvent(topic, type, bytes().clone(), publisher, baggage);
  }

  /**
   * The event for one subscriber. Throws what the codec throws when the bytes are damaged or the
   * value cannot be encoded.
   */
  <T> Event<?> as(Codec<T> wanted) {
    Event<?> known = shared;
    if (known != null && sharedCodec == wanted) {
      return known;
    }
    Object own = value;
    Object copy =
        own != null && codec == (Object) wanted
            ? Objects.requireNonNull(codec).copy(own)
            : wanted.decode(bytes());
    Event<?> event = new Event<>(topic, copy, publisher, baggage);
    if (wanted.immutable()) {
      sharedCodec = wanted;
      shared = event;
    }
    return event;
  }

  private byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      known = Objects.requireNonNull(codec).encode(Objects.requireNonNull(value));
      bytes = known;
    }
    return known;
  }
}
