package golden.types;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code Numbered}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class NumberedCodec implements Codec<Numbered> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "5 five int32\n"
          + "1 one int32\n"
          + "536870911 last string\n"
          + "2 two int32\n"
          + "16 many repeated int32";

  /** The codec; stateless. */
  public static final NumberedCodec INSTANCE = new NumberedCodec();

  private NumberedCodec() {}

  @Override
  public void write(Numbered value, Writer out) {
    int five = value.five();
    if (five != 0) {
      out.tag(40);
      out.varint(five);
    }
    int one = value.one();
    if (one != 0) {
      out.tag(8);
      out.varint(one);
    }
    String last = value.last();
    if (!last.isEmpty()) {
      out.tag(-6);
      out.string(last);
    }
    int two = value.two();
    if (two != 0) {
      out.tag(16);
      out.varint(two);
    }
    List<Integer> many = value.many();
    if (!many.isEmpty()) {
      out.tag(130);
      int manyMark = out.begin();
      for (int item : many) {
        out.varint(item);
      }
      out.end(manyMark);
    }
  }

  @Override
  public Numbered read(Reader in) {
    int five = 0;
    int one = 0;
    String last = "";
    int two = 0;
    List<Integer> many = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 40 -> five = in.varint32();
        case 8 -> one = in.varint32();
        case -6 -> last = in.string();
        case 16 -> two = in.varint32();
        case 130 -> {
          if (many == null) {
            many = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            many.add(in.varint32());
          }
          in.leave(outer);
        }
        case 128 -> {
          if (many == null) {
            many = new ArrayList<>();
          }
          many.add(in.varint32());
        }
        default -> in.skip(tag);
      }
    }
    return new Numbered(
        five,
        one,
        last,
        two,
        many == null ? List.of() : Collections.unmodifiableList(many));
  }
}
