package golden.evolved;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Kind.Film}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Kind_FilmCodec implements Codec<Kind.Film> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 minutes int32";

  /** The codec; stateless. */
  public static final Kind_FilmCodec INSTANCE = new Kind_FilmCodec();

  private Kind_FilmCodec() {}

  @Override
  public void write(Kind.Film value, Writer out) {
    int minutes = value.minutes();
    if (minutes != 0) {
      out.tag(8);
      out.varint(minutes);
    }
  }

  @Override
  public Kind.Film read(Reader in) {
    int minutes = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> minutes = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new Kind.Film(minutes);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
