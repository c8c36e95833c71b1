package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BinaryOp}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BinaryOpCodec implements Codec<BinaryOp> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 operator golden.calculator.Operator\n"
          + "2 left double\n"
          + "3 right double";

  /** The codec; stateless. */
  public static final BinaryOpCodec INSTANCE = new BinaryOpCodec();

  private BinaryOpCodec() {}

  @Override
  public void write(BinaryOp value, Writer out) {
    Operator operator = value.operator();
    if (OperatorCodec.number(operator) != 0) {
      out.tag(8);
      out.varint(OperatorCodec.number(operator));
    }
    double left = value.left();
    if (Double.doubleToRawLongBits(left) != 0) {
      out.tag(17);
      out.float64(left);
    }
    double right = value.right();
    if (Double.doubleToRawLongBits(right) != 0) {
      out.tag(25);
      out.float64(right);
    }
  }

  @Override
  public BinaryOp read(Reader in) {
    Operator operator = OperatorCodec.of(0);
    double left = 0;
    double right = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> operator = OperatorCodec.of(in.varint32());
        case 17 -> left = in.float64();
        case 25 -> right = in.float64();
        default -> in.skip(tag);
      }
    }
    return new BinaryOp(operator, left, right);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
