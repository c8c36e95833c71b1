package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code ItemsEntry}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ItemsEntryCodec implements Codec<ItemsEntry> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 count int32";

  /** The codec; stateless. */
  public static final ItemsEntryCodec INSTANCE = new ItemsEntryCodec();

  private ItemsEntryCodec() {}

  @Override
  public void write(ItemsEntry value, Writer out) {
    int count = value.count();
    if (count != 0) {
      out.tag(8);
      out.varint(count);
    }
  }

  @Override
  public ItemsEntry read(io.weft.wire.Reader in) {
    int count = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> count = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new ItemsEntry(count);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
