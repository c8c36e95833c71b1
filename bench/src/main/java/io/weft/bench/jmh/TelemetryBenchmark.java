package io.weft.bench.jmh;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import io.weft.bench.echo.Echo;
import io.weft.bench.echo.EchoReply;
import io.weft.bench.echo.EchoRequest;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshOptions;
import io.weft.stream.Streams;
import io.weft.telemetry.Telemetry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What telemetry costs: calls as in {@link PipelineBenchmark}, so both sides of a call and its one
 * attempt are measured, on one thread. {@code unsampled} asks the SDK's sampler for each call,
 * which says no; {@code share} asks it for one call in 10,000; {@code sampled} records all spans
 * and throws them away; {@code all} is metrics, and traces of one call in 100.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TelemetryBenchmark {
  private static final int CALLS = 1_000;
  private static final int SECONDS = 30;

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final Echo service = new Service();
  private Echo client = service;

  /** What is on. */
  @Param({"off", "metrics", "unsampled", "share", "sampled", "all"})
  public String telemetry = "off";

  /**
   * Joins, serves and makes a client.
   *
   * @throws TimeoutException when the mesh does not start
   */
  @Setup
  public void start() throws TimeoutException {
    Promise<Echo> ready = Promise.promise();
    context.runOnContext(
        start ->
            Mesh.join(vertx, MeshOptions.defaults().withTelemetry(chosen()))
                .compose(
                    mesh -> mesh.serve(Echo.class, service).map(served -> mesh.client(Echo.class)))
                .onComplete(ready));
    client = ready.future().await(SECONDS, TimeUnit.SECONDS);
  }

  private Telemetry chosen() {
    return switch (telemetry) {
      case "off" -> Telemetry.NONE;
      case "metrics" -> Telemetry.MEASURED;
      case "unsampled" -> Telemetry.NONE.withTraces(sdk(Sampler.alwaysOff()));
      case "share" -> Telemetry.NONE.withTraces(sdk(Sampler.alwaysOn())).withRootShare(0.0001);
      case "sampled" -> Telemetry.NONE.withTraces(sdk(Sampler.alwaysOn()));
      case "all" -> Telemetry.MEASURED.withTraces(sdk(Sampler.traceIdRatioBased(0.01)));
      default -> throw new IllegalArgumentException("telemetry: " + telemetry);
    };
  }

  private static OpenTelemetrySdk sdk(Sampler sampler) {
    SdkTracerProvider spans =
        SdkTracerProvider.builder().setSampler(Sampler.parentBased(sampler)).build();
    return OpenTelemetrySdk.builder().setTracerProvider(spans).build();
  }

  /**
   * Stops.
   *
   * @throws TimeoutException when it does not
   */
  @TearDown
  public void stop() throws TimeoutException {
    vertx.close().await(SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Calls through the mesh, on one node.
   *
   * @return the number of replies
   * @throws TimeoutException when replies are missing
   */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int calls() throws TimeoutException {
    return calls(client);
  }

  private int calls(Echo echo) throws TimeoutException {
    Promise<Integer> done = Promise.promise();
    context.runOnContext(
        start -> {
          int[] replies = new int[1];
          for (int i = 0; i < CALLS; i++) {
            echo.echo(new EchoRequest("x"))
                .onComplete(
                    (reply, failure) -> {
                      if (failure != null) {
                        done.tryFail(failure);
                      } else if (++replies[0] == CALLS) {
                        done.complete(CALLS);
                      }
                    });
          }
        });
    return done.future().await(SECONDS, TimeUnit.SECONDS);
  }

  private static final class Service implements Echo {
    @Override
    public Future<EchoReply> echo(EchoRequest request) {
      return Future.succeededFuture(new EchoReply(request.text()));
    }

    @Override
    public ReadStream<EchoReply> stream(int count, int bytes) {
      return Streams.from(List.of());
    }
  }
}
