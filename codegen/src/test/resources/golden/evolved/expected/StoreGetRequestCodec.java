package golden.evolved;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code StoreGetRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class StoreGetRequestCodec implements Codec<StoreGetRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "2 section optional string\n"
          + "1 id string";

  /** The codec; stateless. */
  public static final StoreGetRequestCodec INSTANCE = new StoreGetRequestCodec();

  private StoreGetRequestCodec() {}

  @Override
  public void write(StoreGetRequest value, Writer out) {
    String section = value.section;
    if (section != null) {
      out.tag(18);
      out.string(section);
    }
    String id = value.id;
    if (!id.isEmpty()) {
      out.tag(10);
      out.string(id);
    }
  }

  @Override
  public StoreGetRequest read(Reader in) {
    String section = null;
    String id = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 18 -> section = in.string();
        case 10 -> id = in.string();
        default -> in.skip(tag);
      }
    }
    return new StoreGetRequest(section, id);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
