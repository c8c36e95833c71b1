package io.weft.wire;

import io.vertx.core.buffer.Buffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs behind {@link WellKnown}, those of JSON excepted. */
final class Wrappers {
  private static final int SECONDS = 8;
  private static final int NANOS = 16;
  private static final int NANOS_PER_SECOND = 1_000_000_000;

  private Wrappers() {}

  static <V> V present(@Nullable V value) {
    if (value == null) {
      throw new NullPointerException(
          "the reply is null (expected: a value, or a contract that says Future<@Nullable T> or"
              + " Future<Optional<T>>)");
    }
    return value;
  }

  /** A message around one scalar; its default is not written, as everywhere in proto3. */
  static final class Scalar<T> implements Codec<T> {
    private final int tag;
    private final T zero;
    private final BiConsumer<T, Writer> write;
    private final Function<Reader, T> read;

    Scalar(int tag, T zero, BiConsumer<T, Writer> write, Function<Reader, T> read) {
      this.tag = tag;
      this.zero = zero;
      this.write = write;
      this.read = read;
    }

    @Override
    public void write(T value, Writer out) {
      // equals of Double and Float tells -0 from 0, so that -0 travels.
      if (!present(value).equals(zero)) {
        out.tag(tag);
        write.accept(value, out);
      }
    }

    @Override
    public T read(Reader in) {
      T value = zero;
      for (int next = in.tag(); next != 0; next = in.tag()) {
        if (next == tag) {
          value = read.apply(in);
        } else {
          in.skip(next);
        }
      }
      return value;
    }

    @Override
    public boolean immutable() {
      return true;
    }
  }

  /** A message around bytes. */
  record Bytes<T>(Function<T, byte[]> to, Function<byte[], T> from) implements Codec<T> {
    private static final int VALUE = 10;

    static Codec<byte[]> array() {
      return new Bytes<>(Function.identity(), Function.identity());
    }

    static Codec<Buffer> buffer() {
      return new Bytes<>(Buffer::getBytes, Buffer::buffer);
    }

    @Override
    public void write(T value, Writer out) {
      byte[] bytes = to.apply(present(value));
      if (bytes.length != 0) {
        out.tag(VALUE);
        out.bytes(bytes);
      }
    }

    @Override
    public T read(Reader in) {
      byte[] bytes = WellKnown.NO_BYTES;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == VALUE) {
          bytes = in.bytes();
        } else {
          in.skip(tag);
        }
      }
      return from.apply(bytes);
    }
  }

  /** A message without fields. */
  static final class Empty implements Codec<@Nullable Void> {
    @Override
    public void write(@Nullable Void value, Writer out) {
      // Nothing to say.
    }

    @SuppressWarnings("NullAway") // Void has no other value.
    @Override
    public @Nullable Void read(Reader in) {
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        in.skip(tag);
      }
      return null;
    }

    @Override
    public boolean immutable() {
      return true;
    }
  }

  /** Seconds and nanoseconds, each written unless 0. */
  private static void writeTime(long seconds, int nanos, Writer out) {
    if (seconds != 0) {
      out.tag(SECONDS);
      out.varint(seconds);
    }
    if (nanos != 0) {
      out.tag(NANOS);
      out.varint(nanos);
    }
  }

  /** Makes a time of seconds and nanoseconds. */
  private interface TimeMaker<T> {
    T make(long seconds, long nanos);
  }

  private static <T> T readTime(Reader in, TimeMaker<T> maker) {
    long seconds = 0;
    int nanos = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case SECONDS -> seconds = in.varint();
        case NANOS -> nanos = in.varint32();
        default -> in.skip(tag);
      }
    }
    try {
      return maker.make(seconds, nanos);
    } catch (DateTimeException | ArithmeticException e) {
      throw new WireException("time of " + seconds + " s and " + nanos + " ns: " + e.getMessage());
    }
  }

  /** A moment. */
  static final class Timestamp implements Codec<Instant> {
    @Override
    public void write(Instant value, Writer out) {
      writeTime(present(value).getEpochSecond(), value.getNano(), out);
    }

    @Override
    public Instant read(Reader in) {
      return readTime(in, Instant::ofEpochSecond);
    }

    @Override
    public boolean immutable() {
      return true;
    }
  }

  /** A span of time; protobuf wants seconds and nanoseconds to have the same sign. */
  static final class Span implements Codec<Duration> {
    @Override
    public void write(Duration value, Writer out) {
      long seconds = present(value).getSeconds();
      int nanos = value.getNano();
      boolean mixed = seconds < 0 && nanos > 0;
      writeTime(mixed ? seconds + 1 : seconds, mixed ? nanos - NANOS_PER_SECOND : nanos, out);
    }

    @Override
    public Duration read(Reader in) {
      return readTime(in, Duration::ofSeconds);
    }

    @Override
    public boolean immutable() {
      return true;
    }
  }
}
