package io.weft.examples;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.stream.InboundStream;
import io.weft.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every method of the calculator, called on the node that serves it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalculatorTest {
  Node caller;
  Calculator calculator;

  @BeforeAll
  void start() {
    caller = Node.alone();
    caller.serve(Calculator.class, new SimpleCalculator(caller.mesh()));
    calculator = caller.mesh().client(Calculator.class);
  }

  @AfterAll
  void stop() {
    caller.close();
  }

  @Test
  void add_adds() {
    assertThat(ended(calculator.add(5, 3))).isEqualTo(8.0);
  }

  @Test
  void multiply_multiplies() {
    assertThat(ended(calculator.multiply(5, 3))).isEqualTo(15.0);
  }

  @Test
  void addRequest_givesTheIdBack() {
    assertThat(ended(calculator.addRequest(new AddRequest(5, 3, "req-12345"))))
        .isEqualTo(new AddResponse(8, "req-12345"));
    assertThat(ended(calculator.addRequest(new AddRequest(-5, 3, null))))
        .isEqualTo(new AddResponse(-2, null));
  }

  @Test
  void addRequest_tooLarge_failsWithItsCode() {
    CallFailure failure =
        failure(calculator.addRequest(new AddRequest(Integer.MAX_VALUE, 1, null)));
    assertThat(failure.code()).isEqualTo(Code.OUT_OF_RANGE);
    assertThat(failure).hasMessageContaining("2147483648");
  }

  @Test
  void batchAdd_addsAllAndNamesThem() {
    UserContext user = new UserContext("ada", Set.of("ops", "core"), Map.of("tenant", "one"));
    List<AddRequest> requests = List.of(new AddRequest(1, 2, "first"), new AddRequest(3, 4, null));
    assertThat(ended(calculator.batchAdd(user, requests, Priority.HIGH)))
        .containsExactly(new AddResponse(3, "first"), new AddResponse(7, "ada-2"));
    assertThat(ended(calculator.batchAdd(user, List.of(), Priority.LOW))).isEmpty();
  }

  @Test
  void generateSequence_countsToN() {
    assertThat(ended(list(() -> calculator.generateSequence(5))))
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(ended(list(() -> calculator.generateSequence(0)))).isEmpty();
  }

  @Test
  void generateSequence_longerThanTheWindow_comesWhole() {
    List<Double> all = ended(list(() -> calculator.generateSequence(10_000)));
    assertThat(all).hasSize(10_000).last().isEqualTo(10_000.0);
  }

  @Test
  void generateSequence_negative_failsWithItsCode() {
    CallFailure failure = failure(list(() -> calculator.generateSequence(-1)));
    assertThat(failure.code()).isEqualTo(Code.INVALID_ARGUMENT);
  }

  @Test
  void generateSequence_slowReader_getsWhatItFetches() {
    List<Double> got = new ArrayList<>();
    Promise<Void> three = Promise.promise();
    InboundStream<Double> stream =
        caller.on(
            () -> {
              ReadStream<Double> numbers = calculator.generateSequence(Integer.MAX_VALUE);
              numbers.pause();
              numbers.handler(
                  number -> {
                    got.add(number);
                    if (got.size() == 3) {
                      three.complete();
                    }
                  });
              numbers.fetch(3);
              return Future.succeededFuture((InboundStream<Double>) numbers);
            });
    ended(three.future());
    stream.cancel();
    assertThat(got).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void computeStatistics_readsTheWholeStream() {
    assertThat(ended(statistics(1.0, 2.0, 6.0))).isEqualTo(new Statistics(9, 3, 1, 6, 3));
    assertThat(ended(statistics())).isEqualTo(new Statistics(0, 0, 0, 0, 0));
  }

  @Test
  void computeStatistics_ofManyValues_readsThemAll() {
    Future<Statistics> statistics =
        calculator.computeStatistics(
            Streams.from(IntStream.rangeClosed(1, 10_000).asDoubleStream().iterator()));
    assertThat(ended(statistics)).isEqualTo(new Statistics(50_005_000, 5000.5, 1, 10_000, 10_000));
  }

  @Test
  void streamingCalculator_answersEachOperation() {
    List<BinaryOp> operations =
        List.of(
            new BinaryOp.Plus(6, 3),
            new BinaryOp.Minus(6, 3),
            new BinaryOp.Times(6, 3),
            new BinaryOp.Over(6, 3));
    assertThat(ended(list(() -> calculator.streamingCalculator(Streams.from(operations)))))
        .containsExactly(9.0, 3.0, 18.0, 2.0);
  }

  @Test
  void streamingCalculator_longStream_flowsBothWays() {
    Stream<BinaryOp> operations = IntStream.range(0, 5_000).mapToObj(i -> new BinaryOp.Plus(i, 1));
    List<Double> results =
        ended(list(() -> calculator.streamingCalculator(Streams.from(operations.iterator()))));
    assertThat(results).hasSize(5_000).last().isEqualTo(5_000.0);
  }

  @Test
  void log_isPublishedOnTheTopic() {
    AtomicInteger heard = new AtomicInteger();
    caller.on(
        () ->
            caller
                .mesh()
                .topic(SimpleCalculator.LOG_TOPIC, String.class)
                .subscribe(event -> heard.addAndGet(event.value().length())));
    await().until(this::subscriptionIsKnown);
    calculator.log("12345");
    await().until(() -> heard.get() == 5);
  }

  /** Whether every node knows who reads the log. */
  boolean subscriptionIsKnown() {
    return true;
  }

  private Future<Statistics> statistics(Double... values) {
    return calculator.computeStatistics(Streams.from(List.of(values)));
  }

  private <T> Future<List<T>> list(Supplier<ReadStream<T>> stream) {
    Promise<List<T>> all = Promise.promise();
    caller.context().runOnContext(go -> Streams.toList(stream.get()).onComplete(all));
    return all.future();
  }

  private static CallFailure failure(Future<?> call) {
    return catchThrowableOfType(CallFailure.class, () -> ended(call));
  }
}
