package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code NamesMethodsRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class NamesMethodsRequestCodec implements Codec<NamesMethodsRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 caller int32\n"
          + "2 value int32\n"
          + "3 in int32\n"
          + "4 out int32\n"
          + "5 tag int32\n"
          + "6 notify bool";

  /** The codec; stateless. */
  public static final NamesMethodsRequestCodec INSTANCE = new NamesMethodsRequestCodec();

  private NamesMethodsRequestCodec() {}

  @Override
  public void write(NamesMethodsRequest value_, Writer out_) {
    int caller = value_.caller;
    if (caller != 0) {
      out_.tag(8);
      out_.varint(caller);
    }
    int value = value_.value;
    if (value != 0) {
      out_.tag(16);
      out_.varint(value);
    }
    int in = value_.in;
    if (in != 0) {
      out_.tag(24);
      out_.varint(in);
    }
    int out = value_.out;
    if (out != 0) {
      out_.tag(32);
      out_.varint(out);
    }
    int tag = value_.tag;
    if (tag != 0) {
      out_.tag(40);
      out_.varint(tag);
    }
    boolean notify = value_.notify;
    if (notify) {
      out_.tag(48);
      out_.bool(notify);
    }
  }

  @Override
  public NamesMethodsRequest read(io.weft.wire.Reader in_) {
    int caller = 0;
    int value = 0;
    int in = 0;
    int out = 0;
    int tag = 0;
    boolean notify = false;
    for (int tag_ = in_.tag(); tag_ != 0; tag_ = in_.tag()) {
      switch (tag_) {
        case 8 -> caller = in_.varint32();
        case 16 -> value = in_.varint32();
        case 24 -> in = in_.varint32();
        case 32 -> out = in_.varint32();
        case 40 -> tag = in_.varint32();
        case 48 -> notify = in_.bool();
        default -> in_.skip(tag_);
      }
    }
    return new NamesMethodsRequest(caller, value, in, out, tag, notify);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
