package golden.calculator;

import io.vertx.core.streams.ReadStream;
import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code golden.calculator.Calculator}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class CalculatorSkeleton implements Skeleton {
  private final Calculator service;

  CalculatorSkeleton(Calculator service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        CalculatorAddRequest call = (CalculatorAddRequest) request;
        return service.add(call.a, call.b);
      }
      case 2 -> {
        return service.addRequest((AddRequest) request);
      }
      case 3 -> {
        CalculatorGenerateSequenceRequest call = (CalculatorGenerateSequenceRequest) request;
        return service.generateSequence(call.n);
      }
      case 4 -> {
        return service.computeStatistics((ReadStream<Double>) request);
      }
      case 5 -> {
        return service.streamingCalculator((ReadStream<BinaryOp>) request);
      }
      case 6 -> {
        CalculatorLogRequest call = (CalculatorLogRequest) request;
        service.log(call.line);
        return null;
      }
      case 7 -> {
        CalculatorBatchAddRequest call = (CalculatorBatchAddRequest) request;
        return service.batchAdd(call.user, call.requests, call.priority);
      }
      case 8 -> {
        return service.reset();
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of golden.calculator.Calculator (known: 1, 2, 3, 4, 5, 6, 7, 8)");
    }
  }
}
