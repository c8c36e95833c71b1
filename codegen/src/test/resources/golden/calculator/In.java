package golden.calculator;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;
import io.weft.contract.OneWay;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MeshService
interface Calculator {
  @AtLeastOnce
  Future<Double> add(double a, double b);

  Future<AddResponse> addRequest(AddRequest request);

  ReadStream<Double> generateSequence(int n);

  Future<Statistics> computeStatistics(ReadStream<Double> values);

  ReadStream<Double> streamingCalculator(ReadStream<BinaryOp> operations);

  @OneWay
  void log(String line);

  Future<List<AddResponse>> batchAdd(
      UserContext user, List<AddRequest> requests, Priority priority);

  Future<Void> reset();
}

record AddRequest(int a, int b, @Nullable String requestId) {}

record AddResponse(int sum) {}

record Statistics(long count, double mean, double min, double max) {}

enum Operator {
  PLUS,
  MINUS
}

record BinaryOp(Operator operator, double left, double right) {}

record UserContext(UUID id, String name) {}

enum Priority {
  LOW,
  NORMAL,
  HIGH
}
