package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code List<Thing>}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesBatchesReplyCodec implements Codec<List<Thing>> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value repeated golden.replies.Thing";

  /** The codec; stateless. */
  public static final RepliesBatchesReplyCodec INSTANCE = new RepliesBatchesReplyCodec();

  private RepliesBatchesReplyCodec() {}

  @Override
  public void write(List<Thing> value, Writer out) {
    for (Thing item : value) {
      out.tag(10);
      int valueMark = out.begin();
      ThingCodec.INSTANCE.write(item, out);
      out.end(valueMark);
    }
  }

  @Override
  public List<Thing> read(Reader in) {
    List<Thing> value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (value == null) {
            value = new ArrayList<>();
          }
          int outer = in.enter();
          value.add(ThingCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return value == null ? List.of() : Collections.unmodifiableList(value);
  }
}
