package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesInboxRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesInboxRequestCodec implements Codec<RepliesInboxRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 one optional golden.replies.Thing";

  /** The codec; stateless. */
  public static final RepliesInboxRequestCodec INSTANCE = new RepliesInboxRequestCodec();

  private RepliesInboxRequestCodec() {}

  @Override
  public void write(RepliesInboxRequest value, Writer out) {
    Thing one = value.one;
    if (one != null) {
      out.tag(10);
      int oneMark = out.begin();
      ThingCodec.INSTANCE.write(one, out);
      out.end(oneMark);
    }
  }

  @Override
  public RepliesInboxRequest read(Reader in) {
    Thing one = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          one = ThingCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return new RepliesInboxRequest(one);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
