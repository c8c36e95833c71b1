package io.weft.bench.jmh;

import io.vertx.core.Vertx;
import io.weft.bench.echo.EchoSpecs;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.filter.breaker.Breaker;
import io.weft.filter.breaker.BreakerOptions;
import io.weft.filter.breaker.Breakers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What a closed circuit breaker costs a call: its enter and its exit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BreakerBenchmark {
  private static final long STEP_NANOS = 500;

  private final Vertx vertx = Vertx.vertx();
  private final Breaker breaker =
      new Breakers(vertx, Clock.SYSTEM).of("bench.Echo", BreakerOptions.DEFAULT);

  /** What each thread has of its own. */
  @State(Scope.Thread)
  public static class Lane {
    private Call call = new Call(EchoSpecs.CONTRACT.methods().get(0), "", null, null, time());
    private long now = System.nanoTime();

    /** A new call for each iteration. */
    @Setup
    public void begin() {
      call = new Call(EchoSpecs.CONTRACT.methods().get(0), "", null, null, time());
      now = System.nanoTime();
    }

    private static Call.Time time() {
      return Call.Time.of(System.nanoTime(), 0);
    }
  }

  /**
   * Stops.
   *
   * @throws TimeoutException when it does not
   */
  @TearDown
  public void stop() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  /**
   * One lane.
   *
   * @param lane its call
   * @return null, since nothing is refused
   */
  @Benchmark
  public @Nullable CallFailure closed(Lane lane) {
    return pass(lane);
  }

  /**
   * Two lanes that share the breaker.
   *
   * @param lane its call
   * @return null, since nothing is refused
   */
  @Benchmark
  @Threads(2)
  public @Nullable CallFailure closedTwoLanes(Lane lane) {
    return pass(lane);
  }

  private @Nullable CallFailure pass(Lane lane) {
    long now = lane.now;
    lane.now = now + STEP_NANOS;
    CallFailure refused = breaker.enter(lane.call, now);
    breaker.exit(lane.call, null, now);
    return refused;
  }
}
