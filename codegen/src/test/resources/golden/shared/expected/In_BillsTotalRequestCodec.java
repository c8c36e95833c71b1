package golden.shared;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code In_BillsTotalRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_BillsTotalRequestCodec implements Codec<In_BillsTotalRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 order golden.shared.Order\n"
          + "2 status golden.shared.In_Status";

  /** The codec; stateless. */
  public static final In_BillsTotalRequestCodec INSTANCE = new In_BillsTotalRequestCodec();

  private In_BillsTotalRequestCodec() {}

  @Override
  public void write(In_BillsTotalRequest value, Writer out) {
    Order order = value.order;
    out.tag(10);
    int orderMark = out.begin();
    OrderCodec.INSTANCE.write(order, out);
    out.end(orderMark);
    In.Status status = value.status;
    if (In_StatusCodec.number(status) != 0) {
      out.tag(16);
      out.varint(In_StatusCodec.number(status));
    }
  }

  @Override
  public In_BillsTotalRequest read(Reader in) {
    Order order = null;
    In.Status status = In_StatusCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          order = OrderCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 16 -> status = In_StatusCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    if (order == null) {
      throw new WireException("missing field order of BillingTotalRequest");
    }
    return new In_BillsTotalRequest(order, status);
  }
}
