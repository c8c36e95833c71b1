package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Codec of {@code Order.Placed}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Order_PlacedCodec implements Codec<Order.Placed> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 lines repeated golden.events.Order_Line\n"
          + "2 fees map<string, golden.events.Amount>";

  /** The codec; stateless. */
  public static final Order_PlacedCodec INSTANCE = new Order_PlacedCodec();

  private Order_PlacedCodec() {}

  @Override
  public void write(Order.Placed value, Writer out) {
    List<Order.Line> lines = value.lines();
    for (Order.Line item : lines) {
      out.tag(10);
      int linesMark = out.begin();
      Order_LineCodec.INSTANCE.write(item, out);
      out.end(linesMark);
    }
    Map<String, Amount> fees = value.fees();
    for (Map.Entry<String, Amount> entry : fees.entrySet()) {
      out.tag(18);
      int feesMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(18);
      int inner = out.begin();
      AmountCodec.INSTANCE.write(entry.getValue(), out);
      out.end(inner);
      out.end(feesMark);
    }
  }

  @Override
  public Order.Placed read(Reader in) {
    List<Order.Line> lines = null;
    Map<String, Amount> fees = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (lines == null) {
            lines = new ArrayList<>();
          }
          int outer = in.enter();
          lines.add(Order_LineCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        case 18 -> {
          if (fees == null) {
            fees = new LinkedHashMap<>();
          }
          readFees(in, fees);
        }
        default -> in.skip(tag);
      }
    }
    return new Order.Placed(
        lines == null ? List.of() : Collections.unmodifiableList(lines),
        fees == null ? Map.of() : Collections.unmodifiableMap(fees));
  }

  private static void readFees(Reader in, Map<String, Amount> into) {
    int outer = in.enter();
    String key = "";
    Amount value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> {
          int end = in.enter();
          value = AmountCodec.INSTANCE.read(in);
          in.leave(end);
        }
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (value == null) {
      value = AmountCodec.INSTANCE.decode(WellKnown.NO_BYTES);
    }
    into.put(key, value);
  }
}
