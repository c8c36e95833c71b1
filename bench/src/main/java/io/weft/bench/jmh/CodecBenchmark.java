package io.weft.bench.jmh;

import io.weft.bench.echo.EchoRequest;
import io.weft.bench.echo.EchoRequestCodec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the generated codec of a record with one string costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
  /** The length of the string. */
  @Param({"100", "4096"})
  private int bytes;

  private final Writer out = new Writer(8192);
  private EchoRequest request = new EchoRequest("");
  private byte[] encoded = {};

  /** Makes a message. */
  @Setup
  public void prepare() {
    request = new EchoRequest("x".repeat(bytes));
    encoded = EchoRequestCodec.INSTANCE.encode(request);
  }

  /**
   * Writes a message into a writer that is used again.
   *
   * @return the length
   */
  @Benchmark
  public int write() {
    out.truncate(0);
    EchoRequestCodec.INSTANCE.write(request, out);
    return out.length();
  }

  /**
   * Reads a message.
   *
   * @return the message
   */
  @Benchmark
  public EchoRequest read() {
    return EchoRequestCodec.INSTANCE.read(new Reader(encoded, 0, encoded.length));
  }
}
