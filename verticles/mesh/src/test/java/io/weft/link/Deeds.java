package io.weft.link;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.mesh.Probe;
import io.weft.stream.Streams;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A service that counts what it does. */
final class Deeds implements Probe {
  final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
  final Map<String, Promise<String>> hanging = new ConcurrentHashMap<>();
  final Map<String, CallContext> contexts = new ConcurrentHashMap<>();
  final Queue<String> told = new ConcurrentLinkedQueue<>();
  volatile Runnable onRun = () -> {};
  final AtomicInteger all = new AtomicInteger();
  volatile Throwable refusal =
      CallFailure.of(Code.FAILED_PRECONDITION, "refused").withDetails(new Refused("why", 7));

  int runs(String key) {
    return runs.getOrDefault(key, new AtomicInteger()).get();
  }

  private int ran(String key) {
    onRun.run();
    all.incrementAndGet();
    return runs.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
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
    contexts.put(key, Objects.requireNonNull(CallContext.current()));
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
    ran(reason);
    return Future.failedFuture(refusal);
  }

  @Override
  public ReadStream<Integer> numbers(int count) {
    ran("numbers");
    return Streams.from(IntStream.range(0, count).iterator());
  }

  @Override
  public Future<Long> sum(ReadStream<Integer> numbers) {
    ran("sum");
    long[] sum = new long[1];
    return Streams.forEach(numbers, n -> sum[0] += n).map(done -> sum[0]);
  }

  @Override
  public ReadStream<Integer> doubled(ReadStream<Integer> numbers) {
    ran("doubled");
    return Streams.map(numbers, n -> n * 2);
  }

  @Override
  public void tell(String key) {
    ran("tell");
    told.add(key);
  }

  @Override
  public Future<String> place() {
    ran("place");
    return Future.succeededFuture(Thread.currentThread().getName());
  }
}
