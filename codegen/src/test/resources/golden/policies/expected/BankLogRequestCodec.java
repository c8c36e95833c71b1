package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BankLogRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankLogRequestCodec implements Codec<BankLogRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 line string";

  /** The codec; stateless. */
  public static final BankLogRequestCodec INSTANCE = new BankLogRequestCodec();

  private BankLogRequestCodec() {}

  @Override
  public void write(BankLogRequest value, Writer out) {
    String line = value.line;
    if (!line.isEmpty()) {
      out.tag(10);
      out.string(line);
    }
  }

  @Override
  public BankLogRequest read(Reader in) {
    String line = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> line = in.string();
        default -> in.skip(tag);
      }
    }
    return new BankLogRequest(line);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
