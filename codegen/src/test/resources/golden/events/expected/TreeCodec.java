package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code Tree}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class TreeCodec implements Codec<Tree> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value int32\n"
          + "2 more repeated golden.events.Tree";

  /** The codec; stateless. */
  public static final TreeCodec INSTANCE = new TreeCodec();

  private TreeCodec() {}

  @Override
  public void write(Tree value_, Writer out) {
    int value = value_.value();
    if (value != 0) {
      out.tag(8);
      out.varint(value);
    }
    List<Tree> more = value_.more();
    for (Tree item : more) {
      out.tag(18);
      int moreMark = out.begin();
      TreeCodec.INSTANCE.write(item, out);
      out.end(moreMark);
    }
  }

  @Override
  public Tree read(Reader in) {
    int value = 0;
    List<Tree> more = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> value = in.varint32();
        case 18 -> {
          if (more == null) {
            more = new ArrayList<>();
          }
          int outer = in.enter();
          more.add(TreeCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return new Tree(value, more == null ? List.of() : Collections.unmodifiableList(more));
  }
}
