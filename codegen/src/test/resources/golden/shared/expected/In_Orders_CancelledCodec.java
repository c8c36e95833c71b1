package golden.shared;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code In.Orders.Cancelled}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_Orders_CancelledCodec implements Codec<In.Orders.Cancelled> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 why string";

  /** The codec; stateless. */
  public static final In_Orders_CancelledCodec INSTANCE = new In_Orders_CancelledCodec();

  private In_Orders_CancelledCodec() {}

  @Override
  public void write(In.Orders.Cancelled value, Writer out) {
    String why = value.why();
    if (!why.isEmpty()) {
      out.tag(10);
      out.string(why);
    }
  }

  @Override
  public In.Orders.Cancelled read(Reader in) {
    String why = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> why = in.string();
        default -> in.skip(tag);
      }
    }
    return new In.Orders.Cancelled(why);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
