package golden.events;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.processing.Generated;

/** The contract {@code acme.Store}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ShopSpecs implements Contract<Shop> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code price}. */
  public static final Spec PRICE =
      new Spec(
          new Spec.Name("acme.Store", 1, "price", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              Shop_SoldCodec.INSTANCE,
              PriceCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(PRICE);

  /** The contract; stateless. */
  public static final ShopSpecs CONTRACT = new ShopSpecs();

  private ShopSpecs() {}

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
  public List<Spec> methods() {
    return METHODS;
  }

  @Override
  public List<String> signature() {
    return List.of(
        "field acme.Store_Sold.1=string",
        "field acme.Store_Sold.2=golden.events.Amount",
        "field golden.events.Amount.1=int64",
        "field golden.events.Amount.2=golden.events.Currency",
        "field golden.events.Price.1=golden.events.Amount",
        "field golden.events.Price.2=google.protobuf.Timestamp",
        "field golden.events.Price.3=golden.events.Price_Source",
        "field golden.events.Price.4=string",
        "method 1=unary acme.Store_Sold -> golden.events.Price");
  }

  @Override
  public Shop proxy(Caller caller) {
    return new ShopProxy(caller);
  }

  @Override
  public Skeleton skeleton(Shop service) {
    return new ShopSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/acme.Store.desc";
    try (InputStream in = ShopSpecs.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "no " + path + " on the class path: the build must keep generated resources");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
