package io.weft.examples;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.mesh.Mesh;
import io.weft.stream.Streams;
import io.weft.topic.Topic;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calculates at once. What it logs can be read anywhere in the mesh. */
public final class SimpleCalculator implements Calculator {
  /** Where log lines go, as {@code String}. */
  public static final String LOG_TOPIC = "calculator.log";

  private final Topic<String> lines;

  /**
   * Creates a calculator.
   *
   * @param mesh carries the log
   */
  public SimpleCalculator(Mesh mesh) {
    lines = mesh.topic(LOG_TOPIC, String.class);
  }

  @Override
  public Future<Double> add(double a, double b) {
    return Future.succeededFuture(a + b);
  }

  @Override
  public Future<Double> multiply(double a, double b) {
    return Future.succeededFuture(a * b);
  }

  @Override
  public Future<AddResponse> addRequest(AddRequest request) {
    return Future.succeededFuture(sum(request, request.requestId()));
  }

  @Override
  public Future<List<AddResponse>> batchAdd(
      UserContext user, List<AddRequest> requests, Priority priority) {
    List<AddResponse> sums = new ArrayList<>(requests.size());
    for (AddRequest request : requests) {
      String id = request.requestId();
      sums.add(sum(request, id == null ? user.userId() + "-" + (sums.size() + 1) : id));
    }
    return Future.succeededFuture(sums);
  }

  private static AddResponse sum(AddRequest request, @Nullable String id) {
    long sum = (long) request.a() + request.b();
    if (sum != (int) sum) {
      throw CallFailure.of(
          Code.OUT_OF_RANGE,
          request.a() + " + " + request.b() + " = " + sum + " (expected: 32 bits)");
    }
    return new AddResponse((int) sum, id);
  }

  @Override
  public ReadStream<Double> generateSequence(int n) {
    if (n < 0) {
      throw CallFailure.of(Code.INVALID_ARGUMENT, "n: " + n + " (expected: 0 or more)");
    }
    return Streams.from(IntStream.rangeClosed(1, n).asDoubleStream().iterator());
  }

  @Override
  public Future<Statistics> computeStatistics(ReadStream<Double> values) {
    DoubleSummaryStatistics seen = new DoubleSummaryStatistics();
    return Streams.forEach(values, seen::accept).map(end -> statistics(seen));
  }

  private static Statistics statistics(DoubleSummaryStatistics seen) {
    return seen.getCount() == 0
        ? new Statistics(0, 0, 0, 0, 0)
        : new Statistics(
            seen.getSum(), seen.getAverage(), seen.getMin(), seen.getMax(), seen.getCount());
  }

  @Override
  public ReadStream<Double> streamingCalculator(ReadStream<BinaryOp> operations) {
    return Streams.map(operations, BinaryOp::result);
  }

  @Override
  public void log(String line) {
    lines.publish(line);
  }
}
