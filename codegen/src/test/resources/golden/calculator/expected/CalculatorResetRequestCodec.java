package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code CalculatorResetRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class CalculatorResetRequestCodec implements Codec<CalculatorResetRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final CalculatorResetRequestCodec INSTANCE = new CalculatorResetRequestCodec();

  private CalculatorResetRequestCodec() {}

  @Override
  public void write(CalculatorResetRequest value, Writer out) {
  }

  @Override
  public CalculatorResetRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new CalculatorResetRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
