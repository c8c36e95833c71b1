package golden.evolved;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Item}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ItemCodec implements Codec<Item> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "2 title string\n"
          + "3 price int64\n"
          + "4 note optional string\n"
          + "5 size golden.evolved.Size\n"
          + "6 kind golden.evolved.Kind\n"
          + "reserved 1 id";

  /** The codec; stateless. */
  public static final ItemCodec INSTANCE = new ItemCodec();

  private ItemCodec() {}

  @Override
  public void write(Item value, Writer out) {
    String title = value.title();
    if (!title.isEmpty()) {
      out.tag(18);
      out.string(title);
    }
    long price = value.price();
    if (price != 0) {
      out.tag(24);
      out.varint(price);
    }
    String note = value.note();
    if (note != null) {
      out.tag(34);
      out.string(note);
    }
    Size size = value.size();
    if (SizeCodec.number(size) != 0) {
      out.tag(40);
      out.varint(SizeCodec.number(size));
    }
    Kind kind = value.kind();
    out.tag(50);
    int kindMark = out.begin();
    KindCodec.INSTANCE.write(kind, out);
    out.end(kindMark);
  }

  @Override
  public Item read(Reader in) {
    String title = "";
    long price = 0;
    String note = null;
    Size size = SizeCodec.of(0);
    Kind kind = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 18 -> title = in.string();
        case 24 -> price = in.varint();
        case 34 -> note = in.string();
        case 40 -> size = SizeCodec.of(in.varint32());
        case 50 -> {
          int outer = in.enter();
          kind = KindCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (kind == null) {
      throw new WireException("missing field kind of Item");
    }
    return new Item(title, price, note, size, kind);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
