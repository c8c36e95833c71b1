package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Codec of {@code UserContext}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class UserContextCodec implements Codec<UserContext> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 id string\n"
          + "2 name string";

  /** The codec; stateless. */
  public static final UserContextCodec INSTANCE = new UserContextCodec();

  private UserContextCodec() {}

  @Override
  public void write(UserContext value, Writer out) {
    UUID id = value.id();
    out.tag(10);
    out.string(id.toString());
    String name = value.name();
    if (!name.isEmpty()) {
      out.tag(18);
      out.string(name);
    }
  }

  @Override
  public UserContext read(Reader in) {
    UUID id = null;
    String name = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> id = WellKnown.toUuid(in.string());
        case 18 -> name = in.string();
        default -> in.skip(tag);
      }
    }
    if (id == null) {
      throw new WireException("missing field id of UserContext");
    }
    return new UserContext(id, name);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
