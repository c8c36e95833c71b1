package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Mood}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesMoodReplyCodec implements Codec<Mood> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value golden.replies.Mood";

  /** The codec; stateless. */
  public static final RepliesMoodReplyCodec INSTANCE = new RepliesMoodReplyCodec();

  private RepliesMoodReplyCodec() {}

  @Override
  public void write(Mood value, Writer out) {
    if (MoodCodec.number(value) != 0) {
      out.tag(8);
      out.varint(MoodCodec.number(value));
    }
  }

  @Override
  public Mood read(Reader in) {
    Mood value = MoodCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> value = MoodCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    return value;
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
