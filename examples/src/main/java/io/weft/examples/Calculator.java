package io.weft.examples;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;
import io.weft.contract.OneWay;
import java.util.List;

/** A method of every shape. */
@MeshService
public interface Calculator {
  /**
   * One request, one reply. Idempotent: it is sent again when a node dies with it.
   *
   * @param a a number
   * @param b a number
   * @return a + b
   */
  @AtLeastOnce
  Future<Double> add(double a, double b);

  /**
   * As {@link #add}, for products.
   *
   * @param a a number
   * @param b a number
   * @return a × b
   */
  @AtLeastOnce
  Future<Double> multiply(double a, double b);

  /**
   * Messages of one's own instead of plain parameters.
   *
   * @param request what to add
   * @return the sum; fails with OUT_OF_RANGE when it is no {@code int}
   */
  Future<AddResponse> addRequest(AddRequest request);

  /**
   * Many sums in one call.
   *
   * @param user who asks
   * @param requests what to add; one without an id gets one made of the user's id
   * @param priority how urgent it is
   * @return the sums, in order; fails with OUT_OF_RANGE when one of them is no {@code int}
   */
  Future<List<AddResponse>> batchAdd(
      UserContext user, List<AddRequest> requests, Priority priority);

  /**
   * One request, a stream of replies. Computed as fast as the caller reads.
   *
   * @param n how many, 0 or more; fails with INVALID_ARGUMENT else
   * @return 1.0, 2.0 and so on to n
   */
  ReadStream<Double> generateSequence(int n);

  /**
   * A stream of requests, one reply.
   *
   * @param values the numbers
   * @return what they have in common, when the stream has ended
   */
  Future<Statistics> computeStatistics(ReadStream<Double> values);

  /**
   * Streams both ways, at the same time.
   *
   * @param operations what to compute
   * @return the results, in order, each as soon as its operation is there
   */
  ReadStream<Double> streamingCalculator(ReadStream<BinaryOp> operations);

  /**
   * No reply: sent once, to one instance.
   *
   * @param line to be published on the topic {@link SimpleCalculator#LOG_TOPIC}
   */
  @OneWay
  void log(String line);
}
