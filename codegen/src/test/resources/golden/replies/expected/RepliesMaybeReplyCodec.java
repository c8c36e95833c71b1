package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Codec of {@code Optional<Thing>}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesMaybeReplyCodec implements Codec<Optional<Thing>> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value optional golden.replies.Thing";

  /** The codec; stateless. */
  public static final RepliesMaybeReplyCodec INSTANCE = new RepliesMaybeReplyCodec();

  private RepliesMaybeReplyCodec() {}

  @Override
  public void write(Optional<Thing> value, Writer out) {
    if (value.isPresent()) {
      out.tag(10);
      int valueMark = out.begin();
      ThingCodec.INSTANCE.write(value.get(), out);
      out.end(valueMark);
    }
  }

  @Override
  public Optional<Thing> read(Reader in) {
    Optional<Thing> value = Optional.empty();
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          value = Optional.of(ThingCodec.INSTANCE.read(in));
          in.leave(outer);
        }
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
