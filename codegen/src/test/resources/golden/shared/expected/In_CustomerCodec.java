package golden.shared;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code In.Customer}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_CustomerCodec implements Codec<In.Customer> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 name string\n"
          + "2 status golden.shared.In_Status";

  /** The codec; stateless. */
  public static final In_CustomerCodec INSTANCE = new In_CustomerCodec();

  private In_CustomerCodec() {}

  @Override
  public void write(In.Customer value, Writer out) {
    String name = value.name();
    if (!name.isEmpty()) {
      out.tag(10);
      out.string(name);
    }
    In.Status status = value.status();
    if (In_StatusCodec.number(status) != 0) {
      out.tag(16);
      out.varint(In_StatusCodec.number(status));
    }
  }

  @Override
  public In.Customer read(Reader in) {
    String name = "";
    In.Status status = In_StatusCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> name = in.string();
        case 16 -> status = In_StatusCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    return new In.Customer(name, status);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
