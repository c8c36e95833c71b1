package golden.calculator;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Caller;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls {@code golden.calculator.Calculator}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class CalculatorProxy implements Calculator {
  private final Caller caller;

  CalculatorProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Double> add(double a, double b) {
    return caller.unary(CalculatorSpecs.ADD, new CalculatorAddRequest(a, b));
  }

  @Override
  public Future<AddResponse> addRequest(AddRequest request) {
    return caller.unary(CalculatorSpecs.ADD_REQUEST, request);
  }

  @Override
  public ReadStream<Double> generateSequence(int n) {
    return caller.serverStream(CalculatorSpecs.GENERATE_SEQUENCE, new CalculatorGenerateSequenceRequest(n));
  }

  @Override
  public Future<Statistics> computeStatistics(ReadStream<Double> values) {
    return caller.clientStream(CalculatorSpecs.COMPUTE_STATISTICS, values);
  }

  @Override
  public ReadStream<Double> streamingCalculator(ReadStream<BinaryOp> operations) {
    return caller.bidirectional(CalculatorSpecs.STREAMING_CALCULATOR, operations);
  }

  @Override
  public void log(String line) {
    caller.oneWay(CalculatorSpecs.LOG, new CalculatorLogRequest(line));
  }

  @Override
  public Future<List<AddResponse>> batchAdd(UserContext user, List<AddRequest> requests, Priority priority) {
    return caller.unary(CalculatorSpecs.BATCH_ADD, new CalculatorBatchAddRequest(user, requests, priority));
  }

  @Override
  public Future<Void> reset() {
    return caller.unary(CalculatorSpecs.RESET, new CalculatorResetRequest());
  }
}
