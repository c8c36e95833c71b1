package io.weft.mesh;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.stream.Streams;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what it runs; one object for all nodes of a test, so counts are those of the ledger. */
final class ProbeService implements Probe {
  final String name;
  final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
  final Map<String, Promise<String>> hanging = new ConcurrentHashMap<>();
  final Map<String, CallContext> contexts = new ConcurrentHashMap<>();
  final AtomicInteger produced = new AtomicInteger();

  ProbeService(String name) {
    this.name = name;
  }

  int runs(String key) {
    AtomicInteger n = runs.get(key);
    return n == null ? 0 : n.get();
  }

  private int ran(String key) {
    return runs.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
  }

  void release(String key) {
    Promise<String> promise = hanging.remove(key);
    promise.complete("released " + key);
  }

  @Override
  public Future<Note> echo(Note note) {
    ran("echo");
    return Future.succeededFuture(note);
  }

  @Override
  public Future<Integer> count(String key) {
    return Future.succeededFuture(ran(key));
  }

  @Override
  public Future<Integer> countOnce(String key) {
    return Future.succeededFuture(ran(key));
  }

  @Override
  public Future<String> hang(String key) {
    Promise<String> promise = Promise.promise();
    contexts.put(key, java.util.Objects.requireNonNull(CallContext.current()));
    hanging.put(key, promise);
    ran(key);
    return promise.future();
  }

  @Override
  public Future<String> hangAgain(String key) {
    return hang(key);
  }

  @Override
  public Future<Void> refuse(String reason) {
    return Future.failedFuture(
        CallFailure.of(Code.FAILED_PRECONDITION, "refused: " + reason)
            .withDetails(new Refused(reason, 7)));
  }

  @Override
  public ReadStream<Integer> numbers(int count) {
    return Streams.from(
        new Iterator<Integer>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public Integer next() {
            produced.incrementAndGet();
            return next++;
          }
        });
  }

  @Override
  public Future<Long> sum(ReadStream<Integer> numbers) {
    long[] sum = new long[1];
    return Streams.forEach(numbers, n -> sum[0] += n).map(done -> sum[0]);
  }

  @Override
  public ReadStream<Integer> doubled(ReadStream<Integer> numbers) {
    return Streams.map(numbers, n -> n * 2);
  }

  @Override
  public void tell(String key) {
    ran(key);
  }

  @Override
  public Future<String> place() {
    Context context = Vertx.currentContext();
    String kind = context == null ? "none" : context.isEventLoopContext() ? "event-loop" : "worker";
    return Future.succeededFuture(name + " " + kind);
  }
}
