package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Reader}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ReaderCodec implements Codec<Reader> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value int32\n"
          + "2 in int32\n"
          + "3 out int32\n"
          + "4 tag int32\n"
          + "5 outer string";

  /** The codec; stateless. */
  public static final ReaderCodec INSTANCE = new ReaderCodec();

  private ReaderCodec() {}

  @Override
  public void write(Reader value_, Writer out_) {
    int value = value_.value();
    if (value != 0) {
      out_.tag(8);
      out_.varint(value);
    }
    int in = value_.in();
    if (in != 0) {
      out_.tag(16);
      out_.varint(in);
    }
    int out = value_.out();
    if (out != 0) {
      out_.tag(24);
      out_.varint(out);
    }
    int tag = value_.tag();
    if (tag != 0) {
      out_.tag(32);
      out_.varint(tag);
    }
    String outer = value_.outer();
    if (!outer.isEmpty()) {
      out_.tag(42);
      out_.string(outer);
    }
  }

  @Override
  public Reader read(io.weft.wire.Reader in_) {
    int value = 0;
    int in = 0;
    int out = 0;
    int tag = 0;
    String outer = "";
    for (int tag_ = in_.tag(); tag_ != 0; tag_ = in_.tag()) {
      switch (tag_) {
        case 8 -> value = in_.varint32();
        case 16 -> in = in_.varint32();
        case 24 -> out = in_.varint32();
        case 32 -> tag = in_.varint32();
        case 42 -> outer = in_.string();
        default -> in_.skip(tag_);
      }
    }
    return new Reader(value, in, out, tag, outer);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
