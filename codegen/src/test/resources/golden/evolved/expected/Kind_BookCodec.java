package golden.evolved;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Kind.Book}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Kind_BookCodec implements Codec<Kind.Book> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 pages int32";

  /** The codec; stateless. */
  public static final Kind_BookCodec INSTANCE = new Kind_BookCodec();

  private Kind_BookCodec() {}

  @Override
  public void write(Kind.Book value, Writer out) {
    int pages = value.pages();
    if (pages != 0) {
      out.tag(8);
      out.varint(pages);
    }
  }

  @Override
  public Kind.Book read(Reader in) {
    int pages = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> pages = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new Kind.Book(pages);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
