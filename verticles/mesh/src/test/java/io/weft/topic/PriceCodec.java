package io.weft.topic;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;

/** The codec of {@link Price}. Refuses negative prices, as a record's constructor may. */
public final class PriceCodec implements Codec<Price> {
  public static final PriceCodec INSTANCE = new PriceCodec();

  @Override
  public void write(Price value, Writer out) {
    out.tag(10);
    out.string(value.pair());
    out.tag(16);
    out.varint(value.cents());
  }

  @Override
  public Price read(Reader in) {
    String pair = "";
    long cents = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> pair = in.string();
        case 16 -> cents = in.varint();
        default -> in.skip(tag);
      }
    }
    if (cents < 0) {
      throw new IllegalArgumentException("cents: " + cents + " (expected: 0 or more)");
    }
    return new Price(pair, cents);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
