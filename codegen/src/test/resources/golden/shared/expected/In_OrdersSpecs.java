package golden.shared;

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

/** The contract {@code golden.shared.In.Orders}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_OrdersSpecs implements Contract<In.Orders> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code place}. */
  public static final Spec PLACE =
      new Spec(
          new Spec.Name("golden.shared.In.Orders", 1, "place", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              In_OrdersPlaceRequestCodec.INSTANCE,
              OrderCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code watch}. */
  public static final Spec WATCH =
      new Spec(
          new Spec.Name("golden.shared.In.Orders", 1, "watch", 2),
          Shape.SERVER_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              In_CustomerCodec.INSTANCE,
              OrderCodec.INSTANCE,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code cancel}. */
  public static final Spec CANCEL =
      new Spec(
          new Spec.Name("golden.shared.In.Orders", 1, "cancel", 3),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              OrderCodec.INSTANCE,
              In_Orders_CancelledCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(PLACE, WATCH, CANCEL);

  /** The contract; stateless. */
  public static final In_OrdersSpecs CONTRACT = new In_OrdersSpecs();

  private In_OrdersSpecs() {}

  @Override
  public Class<In.Orders> type() {
    return In.Orders.class;
  }

  @Override
  public String service() {
    return "golden.shared.In.Orders";
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
        "field golden.shared.In.OrdersPlaceRequest.1=repeated golden.shared.Order_Item",
        "field golden.shared.In.OrdersPlaceRequest.2=golden.shared.In_Customer",
        "field golden.shared.In.Orders_Cancelled.1=string",
        "field golden.shared.In_Customer.1=string",
        "field golden.shared.In_Customer.2=golden.shared.In_Status",
        "field golden.shared.Order.1=int64",
        "field golden.shared.Order.2=repeated golden.shared.Order_Item",
        "field golden.shared.Order.3=golden.shared.model.Money",
        "field golden.shared.Order.4=golden.shared.Order_State",
        "field golden.shared.Order_Item.1=string",
        "field golden.shared.Order_Item.2=golden.shared.model.Money",
        "field golden.shared.model.Money.1=string",
        "field golden.shared.model.Money.2=golden.shared.model.Money_Currency",
        "method 1=unary golden.shared.In.OrdersPlaceRequest -> golden.shared.Order",
        "method 2=server-stream golden.shared.In_Customer -> golden.shared.Order",
        "method 3=unary golden.shared.Order -> golden.shared.In.Orders_Cancelled");
  }

  @Override
  public In.Orders proxy(Caller caller) {
    return new In_OrdersProxy(caller);
  }

  @Override
  public Skeleton skeleton(In.Orders service) {
    return new In_OrdersSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/golden.shared.In.Orders.desc";
    try (InputStream in = In_OrdersSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
