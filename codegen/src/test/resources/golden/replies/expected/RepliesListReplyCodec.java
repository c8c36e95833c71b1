package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code List<String>}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesListReplyCodec implements Codec<List<String>> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value repeated string";

  /** The codec; stateless. */
  public static final RepliesListReplyCodec INSTANCE = new RepliesListReplyCodec();

  private RepliesListReplyCodec() {}

  @Override
  public void write(List<String> value, Writer out) {
    for (String item : value) {
      out.tag(10);
      out.string(item);
    }
  }

  @Override
  public List<String> read(Reader in) {
    List<String> value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (value == null) {
            value = new ArrayList<>();
          }
          value.add(in.string());
        }
        default -> in.skip(tag);
      }
    }
    return value == null ? List.of() : Collections.unmodifiableList(value);
  }
}
