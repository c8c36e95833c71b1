package golden.types;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Inner}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class InnerCodec implements Codec<Inner> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 number int32\n"
          + "2 text string";

  /** The codec; stateless. */
  public static final InnerCodec INSTANCE = new InnerCodec();

  private InnerCodec() {}

  @Override
  public void write(Inner value, Writer out) {
    int number = value.number();
    if (number != 0) {
      out.tag(8);
      out.varint(number);
    }
    String text = value.text();
    if (!text.isEmpty()) {
      out.tag(18);
      out.string(text);
    }
  }

  @Override
  public Inner read(Reader in) {
    int number = 0;
    String text = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> number = in.varint32();
        case 18 -> text = in.string();
        default -> in.skip(tag);
      }
    }
    return new Inner(number, text);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
