package io.weft.junit5;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with its own name, at once or when it is let. */
final class Greeting implements Greeter {
  final Queue<Promise<String>> held = new ConcurrentLinkedQueue<>();
  volatile boolean holding;
  private final String own;
  private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();

  Greeting(String own) {
    this.own = own;
  }

  int runs(String name) {
    return runs.computeIfAbsent(name, n -> new AtomicInteger()).get();
  }

  /** Answers what is held and all that follows. */
  void release() {
    holding = false;
    for (Promise<String> promise = held.poll(); promise != null; promise = held.poll()) {
      promise.tryComplete(own);
    }
  }

  @Override
  public Future<String> hello(String name) {
    runs.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
    if (!holding) {
      return Future.succeededFuture(own);
    }
    Promise<String> promise = Promise.promise();
    held.add(promise);
    return promise.future();
  }

  @Override
  public Future<String> helloAgain(String name) {
    return hello(name);
  }
}
