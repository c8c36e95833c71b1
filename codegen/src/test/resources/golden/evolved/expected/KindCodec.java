package golden.evolved;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Kind}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class KindCodec implements Codec<Kind> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 book optional golden.evolved.Kind_Book\n"
          + "3 film optional golden.evolved.Kind_Film\n"
          + "reserved 2 song";

  /** The codec; stateless. */
  public static final KindCodec INSTANCE = new KindCodec();

  private KindCodec() {}

  @Override
  public void write(Kind value, Writer out) {
    if (value instanceof Kind.Book one) {
      out.tag(10);
      int mark = out.begin();
      Kind_BookCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else if (value instanceof Kind.Film one) {
      out.tag(26);
      int mark = out.begin();
      Kind_FilmCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else {
      throw new IllegalArgumentException(
          "Kind: " + value + " (expected: one of its types)");
    }
  }

  @Override
  public Kind read(Reader in) {
    Kind value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          value = Kind_BookCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 26 -> {
          int outer = in.enter();
          value = Kind_FilmCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException(
          "missing kind of Kind: none, or one of a newer contract");
    }
    return value;
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
