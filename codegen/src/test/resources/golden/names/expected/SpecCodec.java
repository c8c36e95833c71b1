package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Spec}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class SpecCodec implements Codec<Spec> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 http_code int32\n"
          + "2 user_id int32\n"
          + "3 a_b2c int32\n"
          + "4 message int32\n"
          + "5 option int32";

  /** The codec; stateless. */
  public static final SpecCodec INSTANCE = new SpecCodec();

  private SpecCodec() {}

  @Override
  public void write(Spec value, Writer out) {
    int HTTPCode = value.HTTPCode();
    if (HTTPCode != 0) {
      out.tag(8);
      out.varint(HTTPCode);
    }
    int userID = value.userID();
    if (userID != 0) {
      out.tag(16);
      out.varint(userID);
    }
    int aB2c = value.aB2c();
    if (aB2c != 0) {
      out.tag(24);
      out.varint(aB2c);
    }
    int message = value.message();
    if (message != 0) {
      out.tag(32);
      out.varint(message);
    }
    int option = value.option();
    if (option != 0) {
      out.tag(40);
      out.varint(option);
    }
  }

  @Override
  public Spec read(io.weft.wire.Reader in) {
    int HTTPCode = 0;
    int userID = 0;
    int aB2c = 0;
    int message = 0;
    int option = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> HTTPCode = in.varint32();
        case 16 -> userID = in.varint32();
        case 24 -> aB2c = in.varint32();
        case 32 -> message = in.varint32();
        case 40 -> option = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new Spec(HTTPCode, userID, aB2c, message, option);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
