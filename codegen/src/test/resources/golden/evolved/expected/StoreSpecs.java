package golden.evolved;

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

/** The contract {@code golden.evolved.Store}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class StoreSpecs implements Contract<Store> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code get}. */
  public static final Spec GET =
      new Spec(
          new Spec.Name("golden.evolved.Store", 1, "get", 3),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              StoreGetRequestCodec.INSTANCE,
              ItemCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code place}. */
  public static final Spec PLACE =
      new Spec(
          new Spec.Name("golden.evolved.Store", 1, "place", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              ItemCodec.INSTANCE,
              ItemCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(GET, PLACE);

  /** The contract; stateless. */
  public static final StoreSpecs CONTRACT = new StoreSpecs();

  private StoreSpecs() {}

  @Override
  public Class<Store> type() {
    return Store.class;
  }

  @Override
  public String service() {
    return "golden.evolved.Store";
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
        "field golden.evolved.Item.2=string",
        "field golden.evolved.Item.3=int64",
        "field golden.evolved.Item.4=string",
        "field golden.evolved.Item.5=golden.evolved.Size",
        "field golden.evolved.Item.6=golden.evolved.Kind",
        "field golden.evolved.Kind.1=golden.evolved.Kind_Book",
        "field golden.evolved.Kind.3=golden.evolved.Kind_Film",
        "field golden.evolved.Kind_Book.1=int32",
        "field golden.evolved.Kind_Film.1=int32",
        "field golden.evolved.StoreGetRequest.1=string",
        "field golden.evolved.StoreGetRequest.2=string",
        "method 1=unary golden.evolved.Item -> golden.evolved.Item",
        "method 3=unary golden.evolved.StoreGetRequest -> golden.evolved.Item");
  }

  @Override
  public Store proxy(Caller caller) {
    return new StoreProxy(caller);
  }

  @Override
  public Skeleton skeleton(Store service) {
    return new StoreSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/golden.evolved.Store.desc";
    try (InputStream in = StoreSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
