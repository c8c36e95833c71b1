package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code AddResponse}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class AddResponseCodec implements Codec<AddResponse> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 sum int32";

  /** The codec; stateless. */
  public static final AddResponseCodec INSTANCE = new AddResponseCodec();

  private AddResponseCodec() {}

  @Override
  public void write(AddResponse value, Writer out) {
    int sum = value.sum();
    if (sum != 0) {
      out.tag(8);
      out.varint(sum);
    }
  }

  @Override
  public AddResponse read(Reader in) {
    int sum = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> sum = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new AddResponse(sum);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
