package golden.policies;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.processing.Generated;

/** The contract {@code acme.Bank}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankSpecs implements Contract<Bank> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code transfer}. */
  public static final Spec TRANSFER =
      new Spec(
          new Spec.Name("acme.Bank", 2, "transfer", 1),
          Shape.UNARY,
          Semantics.EXACTLY_ONCE,
          new Spec.Messages(
              BankTransferRequestCodec.INSTANCE,
              AccountCodec.INSTANCE,
              List.of(new Spec.TypedError<>(InsufficientFunds.class, "golden.policies.InsufficientFunds", InsufficientFundsCodec.INSTANCE), new Spec.TypedError<>(Locked.class, "golden.policies.Locked", LockedCodec.INSTANCE))),
          new Spec.Timing(10000, 5, 2000, -1),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code balance}. */
  public static final Spec BALANCE =
      new Spec(
          new Spec.Name("acme.Bank", 2, "balance", 2),
          Shape.UNARY,
          Semantics.AT_LEAST_ONCE,
          new Spec.Messages(
              BankBalanceRequestCodec.INSTANCE,
              WellKnown.INT64,
              List.of()),
          new Spec.Timing(2000, 3, 0, 20),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code motto}. */
  public static final Spec MOTTO =
      new Spec(
          new Spec.Name("acme.Bank", 2, "motto", 3),
          Shape.UNARY,
          Semantics.AT_LEAST_ONCE,
          new Spec.Messages(
              BankMottoRequestCodec.INSTANCE,
              WellKnown.STRING,
              List.of()),
          new Spec.Timing(2000, 3, 0, 0),
          new Spec.Access(true, true, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code once}. */
  public static final Spec ONCE =
      new Spec(
          new Spec.Name("acme.Bank", 2, "once", 4),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              BankOnceRequestCodec.INSTANCE,
              WellKnown.EMPTY,
              List.of()),
          new Spec.Timing(2000, 1, 0, -1),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code perhaps}. */
  public static final Spec PERHAPS =
      new Spec(
          new Spec.Name("acme.Bank", 2, "perhaps", 5),
          Shape.UNARY,
          Semantics.MAYBE,
          new Spec.Messages(
              BankPerhapsRequestCodec.INSTANCE,
              WellKnown.EMPTY,
              List.of()),
          new Spec.Timing(2000, 1, 0, -1),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code log}. */
  public static final Spec LOG =
      new Spec(
          new Spec.Name("acme.Bank", 2, "log", 77),
          Shape.ONE_WAY,
          Semantics.MAYBE,
          new Spec.Messages(
              BankLogRequestCodec.INSTANCE,
              WellKnown.EMPTY,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code watch}. */
  public static final Spec WATCH =
      new Spec(
          new Spec.Name("acme.Bank", 2, "watch", 6),
          Shape.SERVER_STREAM,
          Semantics.AT_LEAST_ONCE,
          new Spec.Messages(
              BankWatchRequestCodec.INSTANCE,
              AccountCodec.INSTANCE,
              List.of()),
          new Spec.Timing(0, 3, 0, -1),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code upload}. */
  public static final Spec UPLOAD =
      new Spec(
          new Spec.Name("acme.Bank", 2, "upload", 7),
          Shape.CLIENT_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              AccountCodec.INSTANCE,
              WellKnown.INT64,
              List.of()),
          new Spec.Timing(60000, 1, 0, -1),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code open}. */
  public static final Spec OPEN =
      new Spec(
          new Spec.Name("acme.Bank", 2, "open", 8),
          Shape.UNARY,
          Semantics.AT_LEAST_ONCE,
          new Spec.Messages(
              AccountCodec.INSTANCE,
              AccountCodec.INSTANCE,
              List.of()),
          new Spec.Timing(2000, 3, 0, -1),
          new Spec.Access(true, false, List.of("teller", "say \"hi\"")),
          Priority.Level.NORMAL);

  /** Method {@code count}. */
  public static final Spec COUNT =
      new Spec(
          new Spec.Name("acme.Bank", 2, "count", 9),
          Shape.UNARY,
          Semantics.AT_LEAST_ONCE,
          new Spec.Messages(
              BankCountRequestCodec.INSTANCE,
              WellKnown.INT32,
              List.of()),
          new Spec.Timing(2000, 3, 0, -1),
          new Spec.Access(true, false, List.of("boss")),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(TRANSFER, BALANCE, MOTTO, ONCE, PERHAPS, LOG, WATCH, UPLOAD, OPEN, COUNT);

  /** The contract; stateless. */
  public static final BankSpecs CONTRACT = new BankSpecs();

  private BankSpecs() {}

  @Override
  public Class<Bank> type() {
    return Bank.class;
  }

  @Override
  public String service() {
    return "acme.Bank";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Spec> methods() {
    return METHODS;
  }

  @Override
  public List<String> signature() {
    return List.of(
        "field acme.BankBalanceRequest.1=int64",
        "field acme.BankLogRequest.1=string",
        "field acme.BankTransferRequest.1=int64",
        "field acme.BankTransferRequest.2=int64",
        "field acme.BankTransferRequest.3=int64",
        "field acme.BankWatchRequest.1=int64",
        "field golden.policies.Account.1=int64",
        "field golden.policies.Account.2=int64",
        "field golden.policies.InsufficientFunds.1=int64",
        "field golden.policies.Locked.1=string",
        "method 1=unary acme.BankTransferRequest -> golden.policies.Account",
        "method 2=unary acme.BankBalanceRequest -> google.protobuf.Int64Value",
        "method 3=unary acme.BankMottoRequest -> google.protobuf.StringValue",
        "method 4=unary acme.BankOnceRequest -> google.protobuf.Empty",
        "method 5=unary acme.BankPerhapsRequest -> google.protobuf.Empty",
        "method 6=server-stream acme.BankWatchRequest -> golden.policies.Account",
        "method 77=one-way acme.BankLogRequest -> google.protobuf.Empty",
        "method 7=client-stream golden.policies.Account -> google.protobuf.Int64Value",
        "method 8=unary golden.policies.Account -> golden.policies.Account",
        "method 9=unary acme.BankCountRequest -> google.protobuf.Int32Value");
  }

  @Override
  public Bank proxy(Caller caller) {
    return new BankProxy(caller);
  }

  @Override
  public Skeleton skeleton(Bank service) {
    return new BankSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/acme.Bank.desc";
    try (InputStream in = BankSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
