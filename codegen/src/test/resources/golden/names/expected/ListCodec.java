package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Codec of {@code List}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ListCodec implements Codec<List> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 item golden.names.Thing\n"
          + "2 items map<string, golden.names.ItemsEntry>";

  /** The codec; stateless. */
  public static final ListCodec INSTANCE = new ListCodec();

  private ListCodec() {}

  @Override
  public void write(List value, Writer out) {
    Thing item = value.item();
    out.tag(10);
    int itemMark = out.begin();
    ThingCodec.INSTANCE.write(item, out);
    out.end(itemMark);
    Map<String, ItemsEntry> items = value.items();
    for (Map.Entry<String, ItemsEntry> entry : items.entrySet()) {
      out.tag(18);
      int itemsMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(18);
      int inner = out.begin();
      ItemsEntryCodec.INSTANCE.write(entry.getValue(), out);
      out.end(inner);
      out.end(itemsMark);
    }
  }

  @Override
  public List read(io.weft.wire.Reader in) {
    Thing item = null;
    Map<String, ItemsEntry> items = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          item = ThingCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          if (items == null) {
            items = new LinkedHashMap<>();
          }
          readItems(in, items);
        }
        default -> in.skip(tag);
      }
    }
    if (item == null) {
      throw new WireException("missing field item of List");
    }
    return new List(item, items == null ? Map.of() : Collections.unmodifiableMap(items));
  }

  private static void readItems(io.weft.wire.Reader in, Map<String, ItemsEntry> into) {
    int outer = in.enter();
    String key = "";
    ItemsEntry value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> {
          int end = in.enter();
          value = ItemsEntryCodec.INSTANCE.read(in);
          in.leave(end);
        }
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (value == null) {
      value = ItemsEntryCodec.INSTANCE.decode(WellKnown.NO_BYTES);
    }
    into.put(key, value);
  }
}
