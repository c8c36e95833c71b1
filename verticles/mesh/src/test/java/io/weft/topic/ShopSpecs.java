package io.weft.topic;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import java.util.List;

/** What codegen writes for {@link Shop}, as far as topics read it. */
public final class ShopSpecs implements Contract<Shop> {
  public static final ShopSpecs CONTRACT = new ShopSpecs();

  @Override
  public Class<Shop> type() {
    return Shop.class;
  }

  @Override
  public String service() {
    return "acme.Store";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> signature() {
    return List.of();
  }

  @Override
  public List<Spec> methods() {
    return List.of();
  }

  @Override
  public byte[] descriptors() {
    return new byte[0];
  }

  @Override
  public Shop proxy(Caller caller) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Skeleton skeleton(Shop service) {
    throw new UnsupportedOperationException();
  }
}
