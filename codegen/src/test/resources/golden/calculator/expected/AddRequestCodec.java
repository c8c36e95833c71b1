package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code AddRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class AddRequestCodec implements Codec<AddRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 a int32\n"
          + "2 b int32\n"
          + "3 request_id optional string";

  /** The codec; stateless. */
  public static final AddRequestCodec INSTANCE = new AddRequestCodec();

  private AddRequestCodec() {}

  @Override
  public void write(AddRequest value, Writer out) {
    int a = value.a();
    if (a != 0) {
      out.tag(8);
      out.varint(a);
    }
    int b = value.b();
    if (b != 0) {
      out.tag(16);
      out.varint(b);
    }
    String requestId = value.requestId();
    if (requestId != null) {
      out.tag(26);
      out.string(requestId);
    }
  }

  @Override
  public AddRequest read(Reader in) {
    int a = 0;
    int b = 0;
    String requestId = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> a = in.varint32();
        case 16 -> b = in.varint32();
        case 26 -> requestId = in.string();
        default -> in.skip(tag);
      }
    }
    return new AddRequest(a, b, requestId);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
