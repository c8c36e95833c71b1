package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Event}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class EventCodec implements Codec<Event> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 drawn optional golden.sealed.Drawn\n"
          + "2 erased optional golden.sealed.Erased";

  /** The codec; stateless. */
  public static final EventCodec INSTANCE = new EventCodec();

  private EventCodec() {}

  @Override
  public void write(Event value, Writer out) {
    if (value instanceof Drawn one) {
      out.tag(10);
      int mark = out.begin();
      DrawnCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else if (value instanceof Erased one) {
      out.tag(18);
      int mark = out.begin();
      ErasedCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else {
      throw new IllegalArgumentException(
          "Event: " + value + " (expected: one of its types)");
    }
  }

  @Override
  public Event read(Reader in) {
    Event value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          value = DrawnCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          int outer = in.enter();
          value = ErasedCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException(
          "missing kind of Event: none, or one of a newer contract");
    }
    return value;
  }
}
