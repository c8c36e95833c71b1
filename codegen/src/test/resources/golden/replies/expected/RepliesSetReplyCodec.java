package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Generated;

/** Codec of {@code Set<Mood>}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesSetReplyCodec implements Codec<Set<Mood>> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value repeated golden.replies.Mood";

  /** The codec; stateless. */
  public static final RepliesSetReplyCodec INSTANCE = new RepliesSetReplyCodec();

  private RepliesSetReplyCodec() {}

  @Override
  public void write(Set<Mood> value, Writer out) {
    if (!value.isEmpty()) {
      out.tag(10);
      int valueMark = out.begin();
      for (Mood item : value) {
        out.varint(MoodCodec.number(item));
      }
      out.end(valueMark);
    }
  }

  @Override
  public Set<Mood> read(Reader in) {
    Set<Mood> value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (value == null) {
            value = new LinkedHashSet<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            value.add(MoodCodec.of(in.varint32()));
          }
          in.leave(outer);
        }
        case 8 -> {
          if (value == null) {
            value = new LinkedHashSet<>();
          }
          value.add(MoodCodec.of(in.varint32()));
        }
        default -> in.skip(tag);
      }
    }
    return value == null ? Set.of() : Collections.unmodifiableSet(value);
  }
}
