package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.time.Instant;
import javax.annotation.processing.Generated;

/** Codec of {@code Price}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class PriceCodec implements Codec<Price> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "4 pair string\n"
          + "1 amount golden.events.Amount\n"
          + "2 at google.protobuf.Timestamp\n"
          + "3 source optional golden.events.Price_Source";

  /** The codec; stateless. */
  public static final PriceCodec INSTANCE = new PriceCodec();

  private PriceCodec() {}

  @Override
  public void write(Price value, Writer out) {
    String pair = value.pair();
    if (!pair.isEmpty()) {
      out.tag(34);
      out.string(pair);
    }
    Amount amount = value.amount();
    out.tag(10);
    int amountMark = out.begin();
    AmountCodec.INSTANCE.write(amount, out);
    out.end(amountMark);
    Instant at = value.at();
    out.tag(18);
    int atMark = out.begin();
    WellKnown.TIMESTAMP.write(at, out);
    out.end(atMark);
    Price.Source source = value.source();
    if (source != null) {
      out.tag(24);
      out.varint(Price_SourceCodec.number(source));
    }
  }

  @Override
  public Price read(Reader in) {
    String pair = "";
    Amount amount = null;
    Instant at = null;
    Price.Source source = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 34 -> pair = in.string();
        case 10 -> {
          int outer = in.enter();
          amount = AmountCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          int outer = in.enter();
          at = WellKnown.TIMESTAMP.read(in);
          in.leave(outer);
        }
        case 24 -> source = Price_SourceCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    if (amount == null) {
      throw new WireException("missing field amount of Price");
    }
    if (at == null) {
      throw new WireException("missing field at of Price");
    }
    return new Price(pair, amount, at, source);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
