package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code CalculatorAddRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class CalculatorAddRequestCodec implements Codec<CalculatorAddRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 a double\n"
          + "2 b double";

  /** The codec; stateless. */
  public static final CalculatorAddRequestCodec INSTANCE = new CalculatorAddRequestCodec();

  private CalculatorAddRequestCodec() {}

  @Override
  public void write(CalculatorAddRequest value, Writer out) {
    double a = value.a;
    if (Double.doubleToRawLongBits(a) != 0) {
      out.tag(9);
      out.float64(a);
    }
    double b = value.b;
    if (Double.doubleToRawLongBits(b) != 0) {
      out.tag(17);
      out.float64(b);
    }
  }

  @Override
  public CalculatorAddRequest read(Reader in) {
    double a = 0;
    double b = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 9 -> a = in.float64();
        case 17 -> b = in.float64();
        default -> in.skip(tag);
      }
    }
    return new CalculatorAddRequest(a, b);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
