package golden.shared;

import golden.shared.model.MoneyCodec;
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

/** The contract {@code shop.Billing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_BillsSpecs implements Contract<In.Bills> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code total}. */
  public static final Spec TOTAL =
      new Spec(
          new Spec.Name("shop.Billing", 1, "total", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              In_BillsTotalRequestCodec.INSTANCE,
              MoneyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code refund}. */
  public static final Spec REFUND =
      new Spec(
          new Spec.Name("shop.Billing", 1, "refund", 2),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              In_CustomerCodec.INSTANCE,
              In_Orders_CancelledCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code rate}. */
  public static final Spec RATE =
      new Spec(
          new Spec.Name("shop.Billing", 1, "rate", 3),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              In_BillsRateRequestCodec.INSTANCE,
              In_Bills_RateCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(TOTAL, REFUND, RATE);

  /** The contract; stateless. */
  public static final In_BillsSpecs CONTRACT = new In_BillsSpecs();

  private In_BillsSpecs() {}

  @Override
  public Class<In.Bills> type() {
    return In.Bills.class;
  }

  @Override
  public String service() {
    return "shop.Billing";
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
        "field shop.BillingRateRequest.1=golden.shared.model.Money_Currency",
        "field shop.BillingTotalRequest.1=golden.shared.Order",
        "field shop.BillingTotalRequest.2=golden.shared.In_Status",
        "field shop.Billing_Rate.1=golden.shared.model.Money",
        "method 1=unary shop.BillingTotalRequest -> golden.shared.model.Money",
        "method 2=unary golden.shared.In_Customer -> golden.shared.In.Orders_Cancelled",
        "method 3=unary shop.BillingRateRequest -> shop.Billing_Rate");
  }

  @Override
  public In.Bills proxy(Caller caller) {
    return new In_BillsProxy(caller);
  }

  @Override
  public Skeleton skeleton(In.Bills service) {
    return new In_BillsSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/shop.Billing.desc";
    try (InputStream in = In_BillsSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
