package io.weft.topic;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;

/** The codec of {@link Shop.Sold}. */
public final class Shop_SoldCodec implements Codec<Shop.Sold> {
  public static final Shop_SoldCodec INSTANCE = new Shop_SoldCodec();

  @Override
  public void write(Shop.Sold value, Writer out) {
    out.tag(10);
    out.string(value.item());
  }

  @Override
  public Shop.Sold read(Reader in) {
    in.tag();
    return new Shop.Sold(in.string());
  }
}
