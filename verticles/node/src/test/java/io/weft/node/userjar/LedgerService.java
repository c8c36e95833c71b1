package io.weft.node.userjar;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.mesh.Mesh;
import io.weft.stream.Streams;
import java.util.List;
import java.util.stream.IntStream;

/** The service of the user's jar. */
public final class LedgerService implements Ledger {
  private final Mesh mesh;
  private String last = "";

  public LedgerService(Mesh mesh) {
    this.mesh = mesh;
  }

  @Override
  public Future<Double> add(double a, double b) {
    return Future.succeededFuture(a + b);
  }

  @Override
  public Future<Entry> echo(Entry entry) {
    return Future.succeededFuture(entry);
  }

  @Override
  public Future<List<Integer>> some(int n) {
    return Future.succeededFuture(IntStream.range(0, n).boxed().toList());
  }

  @Override
  public Future<String> slow(long millis) {
    Promise<String> done = Promise.promise();
    Vertx.currentContext().owner().setTimer(Math.max(1, millis), t -> done.complete("awake"));
    return done.future();
  }

  @Override
  public Future<Void> fail(String reason) {
    return Future.failedFuture(CallFailure.of(Code.FAILED_PRECONDITION, reason));
  }

  @Override
  public Future<String> whereAmI() {
    return Future.succeededFuture(mesh.node());
  }

  @Override
  public ReadStream<Integer> count(int n) {
    return Streams.from(IntStream.range(0, n).iterator());
  }

  @Override
  public Future<Long> sum(ReadStream<Integer> values) {
    long[] sum = new long[1];
    return Streams.forEach(values, value -> sum[0] += value).map(done -> sum[0]);
  }

  @Override
  public ReadStream<Integer> twice(ReadStream<Integer> values) {
    return Streams.map(values, value -> 2 * value);
  }

  @Override
  public void log(String line) {
    last = line;
  }

  @Override
  public Future<String> logged() {
    return Future.succeededFuture(last);
  }

  @Override
  public Future<String> audit() {
    return Future.succeededFuture(CallContext.current().principal().subject());
  }

  @Override
  public ReadStream<String> audits(ReadStream<Integer> years) {
    String who = CallContext.current().principal().subject();
    return Streams.map(years, year -> who + " " + year);
  }
}
