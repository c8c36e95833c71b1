package io.weft.topic;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;

/**
 * The codec of {@link Price.Tick}; says that values are mutable, so that every subscriber copies.
 */
public final class Price_TickCodec implements Codec<Price.Tick> {
  public static final Price_TickCodec INSTANCE = new Price_TickCodec();

  @Override
  public void write(Price.Tick value, Writer out) {
    out.tag(8);
    out.varint(value.at());
  }

  @Override
  public Price.Tick read(Reader in) {
    long at = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      if (tag == 8) {
        at = in.varint();
      } else {
        in.skip(tag);
      }
    }
    return new Price.Tick(at);
  }
}
