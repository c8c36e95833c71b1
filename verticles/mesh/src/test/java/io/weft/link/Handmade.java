package io.weft.link;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.stream.Streams;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A contract whose messages are texts and whose codecs fail on demand, as users' records may. */
final class Handmade implements Contract<AtomicInteger> {
  /** A text whose reading, writing or both fail, by the words in it. */
  static final Codec<String> TEXT =
      new Codec<>() {
        @Override
        public void write(String value, Writer out) {
          if (value.contains("unwritable")) {
            out.raw(1);
            throw new NullPointerException("a component is null");
          }
          if (value.contains("endless")) {
            int mark = out.begin();
            write(value, out);
            out.end(mark);
          }
          out.string(value);
        }

        @Override
        public String read(Reader in) {
          String text = in.string();
          if (text.contains("unreadable")) {
            throw new IllegalArgumentException("a record that checks its values");
          }
          return text;
        }
      };

  static final Spec ECHO = spec("echo", 1, Shape.UNARY);
  static final Spec LIST = spec("list", 2, Shape.SERVER_STREAM);
  static final Spec SIZE = spec("size", 3, Shape.CLIENT_STREAM);

  private static Spec spec(String name, int number, Shape shape) {
    List<Spec.TypedError<?>> errors =
        List.of(new Spec.TypedError<>(String.class, "test.Error", TEXT));
    return new Spec(
        new Spec.Name("test.Handmade", 1, name, number),
        shape,
        Semantics.AT_MOST_ONCE,
        new Spec.Messages(TEXT, TEXT, errors),
        new Spec.Timing(5_000, 1, 0, -1),
        new Spec.Access(false, false, List.of()),
        Priority.Level.NORMAL);
  }

  @Override
  public Skeleton skeleton(AtomicInteger runs) {
    return (number, request) -> {
      runs.incrementAndGet();
      if (number == ECHO.name().number()) {
        String text = (String) request;
        if (text.startsWith("fail ")) {
          return Future.failedFuture(
              CallFailure.of(Code.ABORTED, "x")
                  .withDetails(text.substring(5).replace("u_n", "un")));
        }
        return Future.succeededFuture(text.startsWith("reply ") ? text.replace('_', 'u') : text);
      }
      if (number == LIST.name().number()) {
        Iterator<String> items =
            Stream.of(((String) request).replace('_', 'u').split(",")).iterator();
        return Streams.from(items);
      }
      @SuppressWarnings("unchecked")
      var items = (io.vertx.core.streams.ReadStream<String>) request;
      return Streams.toList(items).map(all -> "" + all.size());
    };
  }

  @Override
  public Class<AtomicInteger> type() {
    return AtomicInteger.class;
  }

  @Override
  public String service() {
    return "test.Handmade";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> signature() {
    return List.of();
  }

  @Override
  public List<Spec> methods() {
    return List.of(ECHO, LIST, SIZE);
  }

  @Override
  public byte[] descriptors() {
    return new byte[0];
  }

  @Override
  public AtomicInteger proxy(Caller caller) {
    throw new UnsupportedOperationException("raw calls only");
  }
}
