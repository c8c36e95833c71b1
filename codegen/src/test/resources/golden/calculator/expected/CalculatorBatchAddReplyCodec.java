package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code List<AddResponse>}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class CalculatorBatchAddReplyCodec implements Codec<List<AddResponse>> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value repeated golden.calculator.AddResponse";

  /** The codec; stateless. */
  public static final CalculatorBatchAddReplyCodec INSTANCE = new CalculatorBatchAddReplyCodec();

  private CalculatorBatchAddReplyCodec() {}

  @Override
  public void write(List<AddResponse> value, Writer out) {
    for (AddResponse item : value) {
      out.tag(10);
      int valueMark = out.begin();
      AddResponseCodec.INSTANCE.write(item, out);
      out.end(valueMark);
    }
  }

  @Override
  public List<AddResponse> read(Reader in) {
    List<AddResponse> value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (value == null) {
            value = new ArrayList<>();
          }
          int outer = in.enter();
          value.add(AddResponseCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return value == null ? List.of() : Collections.unmodifiableList(value);
  }
}
