package io.weft.node.json;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;

/** Passes the bytes of a message through, for callers that have no Java type for it. */
public final class RawCodec implements Codec<byte[]> {
  /** The only one. */
  public static final RawCodec INSTANCE = new RawCodec();

  private RawCodec() {}

  @Override
  public void write(byte[] value, Writer out) {
    out.raw(value, 0, value.length);
  }

  @Override
  public byte[] read(Reader in) {
    return in.rest();
  }
}
