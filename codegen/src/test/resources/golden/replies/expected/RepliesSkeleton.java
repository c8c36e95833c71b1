package golden.replies;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;

/** Serves {@code golden.replies.Replies}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class RepliesSkeleton implements Skeleton {
  private final Replies service;

  RepliesSkeleton(Replies service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        return service.nothing();
      }
      case 2 -> {
        return service.aDouble();
      }
      case 3 -> {
        return service.aFloat();
      }
      case 4 -> {
        return service.anInt();
      }
      case 5 -> {
        return service.aLong();
      }
      case 6 -> {
        return service.aBoolean();
      }
      case 7 -> {
        return service.text();
      }
      case 8 -> {
        return service.bytes();
      }
      case 9 -> {
        return service.buffer();
      }
      case 10 -> {
        return service.instant();
      }
      case 11 -> {
        return service.duration();
      }
      case 12 -> {
        return service.object();
      }
      case 13 -> {
        return service.array();
      }
      case 14 -> {
        return service.aShort();
      }
      case 15 -> {
        return service.aChar();
      }
      case 16 -> {
        return service.mood();
      }
      case 17 -> {
        return service.id();
      }
      case 18 -> {
        return service.date();
      }
      case 19 -> {
        return service.decimal();
      }
      case 20 -> {
        return service.list();
      }
      case 21 -> {
        return service.set();
      }
      case 22 -> {
        return service.map();
      }
      case 23 -> {
        return service.maybe();
      }
      case 24 -> {
        return service.nullable();
      }
      case 25 -> {
        return service.nullableDouble();
      }
      case 26 -> {
        return service.thing();
      }
      case 27 -> {
        return service.texts();
      }
      case 28 -> {
        return service.batches();
      }
      case 29 -> {
        return service.upload((ReadStream<Buffer>) request);
      }
      case 30 -> {
        return service.exchange((ReadStream<List<Integer>>) request);
      }
      case 31 -> {
        RepliesInboxRequest call = (RepliesInboxRequest) request;
        return service.inbox(call.one);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of golden.replies.Replies (known: 1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 2, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 3, 30, 31, 4, 5, 6, 7, 8, 9)");
    }
  }
}
