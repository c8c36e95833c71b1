package golden.calculator;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.processing.Generated;

/** The contract {@code golden.calculator.Calculator}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class CalculatorSpecs implements Contract<Calculator> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code add}. */
  public static final Spec ADD =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "add", 1),
          Shape.UNARY,
          Semantics.AT_LEAST_ONCE,
          new Spec.Messages(
              CalculatorAddRequestCodec.INSTANCE,
              WellKnown.DOUBLE,
              List.of()),
          new Spec.Timing(5000, 3, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  /** Method {@code addRequest}. */
  public static final Spec ADD_REQUEST =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "addRequest", 2),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              AddRequestCodec.INSTANCE,
              AddResponseCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  /** Method {@code generateSequence}. */
  public static final Spec GENERATE_SEQUENCE =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "generateSequence", 3),
          Shape.SERVER_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              CalculatorGenerateSequenceRequestCodec.INSTANCE,
              WellKnown.DOUBLE,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  /** Method {@code computeStatistics}. */
  public static final Spec COMPUTE_STATISTICS =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "computeStatistics", 4),
          Shape.CLIENT_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              WellKnown.DOUBLE,
              StatisticsCodec.INSTANCE,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  /** Method {@code streamingCalculator}. */
  public static final Spec STREAMING_CALCULATOR =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "streamingCalculator", 5),
          Shape.BIDIRECTIONAL,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              BinaryOpCodec.INSTANCE,
              WellKnown.DOUBLE,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  /** Method {@code log}. */
  public static final Spec LOG =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "log", 6),
          Shape.ONE_WAY,
          Semantics.MAYBE,
          new Spec.Messages(
              CalculatorLogRequestCodec.INSTANCE,
              WellKnown.EMPTY,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  /** Method {@code batchAdd}. */
  public static final Spec BATCH_ADD =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "batchAdd", 7),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              CalculatorBatchAddRequestCodec.INSTANCE,
              CalculatorBatchAddReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  /** Method {@code reset}. */
  public static final Spec RESET =
      new Spec(
          new Spec.Name("golden.calculator.Calculator", 1, "reset", 8),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              CalculatorResetRequestCodec.INSTANCE,
              WellKnown.EMPTY,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          io.weft.contract.Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(
          ADD,
          ADD_REQUEST,
          GENERATE_SEQUENCE,
          COMPUTE_STATISTICS,
          STREAMING_CALCULATOR,
          LOG,
          BATCH_ADD,
          RESET);

  /** The contract; stateless. */
  public static final CalculatorSpecs CONTRACT = new CalculatorSpecs();

  private CalculatorSpecs() {}

  @Override
  public Class<Calculator> type() {
    return Calculator.class;
  }

  @Override
  public String service() {
    return "golden.calculator.Calculator";
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
        "field golden.calculator.AddRequest.1=int32",
        "field golden.calculator.AddRequest.2=int32",
        "field golden.calculator.AddRequest.3=string",
        "field golden.calculator.AddResponse.1=int32",
        "field golden.calculator.BinaryOp.1=golden.calculator.Operator",
        "field golden.calculator.BinaryOp.2=double",
        "field golden.calculator.BinaryOp.3=double",
        "field golden.calculator.CalculatorAddRequest.1=double",
        "field golden.calculator.CalculatorAddRequest.2=double",
        "field golden.calculator.CalculatorBatchAddReply.1=repeated golden.calculator.AddResponse",
        "field golden.calculator.CalculatorBatchAddRequest.1=golden.calculator.UserContext",
        "field golden.calculator.CalculatorBatchAddRequest.2=repeated golden.calculator.AddRequest",
        "field golden.calculator.CalculatorBatchAddRequest.3=golden.calculator.Priority",
        "field golden.calculator.CalculatorGenerateSequenceRequest.1=int32",
        "field golden.calculator.CalculatorLogRequest.1=string",
        "field golden.calculator.Statistics.1=int64",
        "field golden.calculator.Statistics.2=double",
        "field golden.calculator.Statistics.3=double",
        "field golden.calculator.Statistics.4=double",
        "field golden.calculator.UserContext.1=string",
        "field golden.calculator.UserContext.2=string",
        "method 1=unary golden.calculator.CalculatorAddRequest -> google.protobuf.DoubleValue",
        "method 2=unary golden.calculator.AddRequest -> golden.calculator.AddResponse",
        "method 3=server-stream golden.calculator.CalculatorGenerateSequenceRequest -> google.protobuf.DoubleValue",
        "method 4=client-stream google.protobuf.DoubleValue -> golden.calculator.Statistics",
        "method 5=bidirectional golden.calculator.BinaryOp -> google.protobuf.DoubleValue",
        "method 6=one-way golden.calculator.CalculatorLogRequest -> google.protobuf.Empty",
        "method 7=unary golden.calculator.CalculatorBatchAddRequest -> golden.calculator.CalculatorBatchAddReply",
        "method 8=unary golden.calculator.CalculatorResetRequest -> google.protobuf.Empty");
  }

  @Override
  public Calculator proxy(Caller caller) {
    return new CalculatorProxy(caller);
  }

  @Override
  public Skeleton skeleton(Calculator service) {
    return new CalculatorSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/golden.calculator.Calculator.desc";
    try (InputStream in = CalculatorSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
