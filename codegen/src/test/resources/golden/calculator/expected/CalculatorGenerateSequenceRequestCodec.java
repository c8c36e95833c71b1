package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code CalculatorGenerateSequenceRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class CalculatorGenerateSequenceRequestCodec implements Codec<CalculatorGenerateSequenceRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 n int32";

  /** The codec; stateless. */
  public static final CalculatorGenerateSequenceRequestCodec INSTANCE = new CalculatorGenerateSequenceRequestCodec();

  private CalculatorGenerateSequenceRequestCodec() {}

  @Override
  public void write(CalculatorGenerateSequenceRequest value, Writer out) {
    int n = value.n;
    if (n != 0) {
      out.tag(8);
      out.varint(n);
    }
  }

  @Override
  public CalculatorGenerateSequenceRequest read(Reader in) {
    int n = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> n = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new CalculatorGenerateSequenceRequest(n);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
