package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Shifts.Began}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shifts_BeganCodec implements Codec<Shifts.Began> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 desk string";

  /** The codec; stateless. */
  public static final Shifts_BeganCodec INSTANCE = new Shifts_BeganCodec();

  private Shifts_BeganCodec() {}

  @Override
  public void write(Shifts.Began value, Writer out) {
    String desk = value.desk();
    if (!desk.isEmpty()) {
      out.tag(10);
      out.string(desk);
    }
  }

  @Override
  public Shifts.Began read(Reader in) {
    String desk = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> desk = in.string();
        default -> in.skip(tag);
      }
    }
    return new Shifts.Began(desk);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
