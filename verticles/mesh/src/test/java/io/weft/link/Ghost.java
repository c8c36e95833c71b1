package io.weft.link;

import io.vertx.core.eventbus.DeliveryOptions;
import io.weft.link.frame.Frame;
import io.weft.link.frame.Payload;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A peer made by hand: writes what it likes, and reads what it is answered. */
final class Ghost {
  private static final DeliveryOptions OPTIONS = new DeliveryOptions().setCodecName("w");

  /**
   * One frame that came; numbers in their order on the wire, then the text of a failure, or the
   * milliseconds left of a call.
   */
  record Seen(int type, List<Long> numbers, String text) {}

  LaneAddress address;
  final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  final Queue<Batch.Header> headers = new ConcurrentLinkedQueue<>();
  private final Town town;
  private final LaneAddress to;
  int born = 1;
  int epoch = 1;
  long sequence;
  int ackEpoch;
  long ack;
  volatile boolean acknowledging;

  Ghost(Town town, String name, long incarnation, LaneAddress to) {
    this.town = town;
    this.to = to;
    this.address = new LaneAddress(name, incarnation, 0);
    town.vertx.eventBus().<Batch>consumer(address.eventBus(), m -> receive(m.body()));
  }

  /** Writes in the name of another lane from now on. */
  void address(LaneAddress forged) {
    address = forged;
  }

  private synchronized void receive(Batch batch) {
    Reader in = batch.reader();
    Batch.Header header = Batch.header(in);
    headers.add(header);
    while (in.remaining() > 0) {
      seen.add(read(in));
    }
    if (header.sequence() > 0) {
      ackEpoch = header.epoch();
      ack = header.sequence();
      if (acknowledging) {
        send(0, out -> {});
      }
    }
  }

  private static Seen read(Reader in) {
    int type = in.raw();
    List<Long> numbers = new java.util.ArrayList<>();
    int count =
        switch (type) {
          case Frame.CALL, Frame.REQUEST_CREDIT, Frame.REPLY_CREDIT, Frame.FAIL, Frame.FENCE -> 3;
          case Frame.REPLY,
              Frame.NOT_HERE,
              Frame.CANCEL,
              Frame.REQUEST_ITEM,
              Frame.REQUEST_END,
              Frame.REPLY_ITEM ->
              1;
          default -> 0;
        };
    for (int i = 0; i < count; i++) {
      numbers.add(in.varint());
    }
    String text = "";
    switch (type) {
      case Frame.CALL -> {
        int flags = in.raw();
        if ((flags & Frame.DEADLINE) != 0) {
          text = "" + in.varint();
        }
        if ((flags & Frame.STREAM) == 0) {
          Payload.skip(in);
        }
      }
      case Frame.FAIL -> {
        text = in.string();
        in.string();
        in.bytes();
        in.varint();
      }
      case Frame.QUERY -> {
        for (int i = in.varint32(); i > 0; i--) {
          numbers.add(in.varint());
        }
      }
      case Frame.REPLY, Frame.REQUEST_ITEM, Frame.REPLY_ITEM, Frame.EVENT -> Payload.skip(in);
      default -> {}
    }
    return new Seen(type, numbers, text);
  }

  List<Seen> seen(int type) {
    return seen.stream().filter(frame -> frame.type() == type).toList();
  }

  /** The next batch in order. */
  void send(Consumer<Writer> frames) {
    send(++sequence, frames);
  }

  void send(long number, Consumer<Writer> frames) {
    raw(batch(number, frames));
  }

  byte[] batch(long number, Consumer<Writer> frames) {
    Writer out = new Writer(64);
    byte[] head = Batch.template(address);
    out.raw(head, 0, head.length);
    frames.accept(out);
    byte[] bytes = out.toBytes();
    Batch.patchBorn(bytes, born);
    Batch.patch(bytes, epoch, number, ackEpoch, ack);
    return bytes;
  }

  void raw(byte[] bytes) {
    town.vertx.eventBus().send(to.eventBus(), new Batch(bytes, 0, bytes.length), OPTIONS);
  }

  /** A CALL of countOnce, or of another method that takes one text. */
  static Consumer<Writer> call(int number, int service, int method, String key) {
    return call(number, service, method, 0, out -> text(out, key));
  }

  static Consumer<Writer> call(
      int number, int service, int method, int flags, Consumer<Writer> rest) {
    return out -> {
      out.raw(Frame.CALL);
      out.varint32(number);
      out.varint32(service);
      out.varint32(method);
      out.raw(flags);
      rest.accept(out);
    };
  }

  /** A payload with one text as its field 1. */
  static void text(Writer out, String text) {
    int mark = out.begin();
    out.tag(10);
    out.string(text);
    out.end(mark);
  }

  /** A frame of a type and varints. */
  static Consumer<Writer> frame(int type, long... numbers) {
    return out -> {
      out.raw(type);
      for (long number : numbers) {
        out.varint(number);
      }
    };
  }
}
