package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code List<Integer>}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesExchangeItemCodec implements Codec<List<Integer>> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value repeated int32";

  /** The codec; stateless. */
  public static final RepliesExchangeItemCodec INSTANCE = new RepliesExchangeItemCodec();

  private RepliesExchangeItemCodec() {}

  @Override
  public void write(List<Integer> value, Writer out) {
    if (!value.isEmpty()) {
      out.tag(10);
      int valueMark = out.begin();
      for (int item : value) {
        out.varint(item);
      }
      out.end(valueMark);
    }
  }

  @Override
  public List<Integer> read(Reader in) {
    List<Integer> value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (value == null) {
            value = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            value.add(in.varint32());
          }
          in.leave(outer);
        }
        case 8 -> {
          if (value == null) {
            value = new ArrayList<>();
          }
          value.add(in.varint32());
        }
        default -> in.skip(tag);
      }
    }
    return value == null ? List.of() : Collections.unmodifiableList(value);
  }
}
