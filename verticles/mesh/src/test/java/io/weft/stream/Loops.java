package io.weft.stream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A Vert.x with contexts to run on, which remembers what nobody caught. */
final class Loops implements AutoCloseable {
  final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(3));
  final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

  Loops() {
    vertx.exceptionHandler(uncaught::add);
  }

  ContextInternal loop() {
    return context(ThreadingModel.EVENT_LOOP);
  }

  ContextInternal worker() {
    return context(ThreadingModel.WORKER);
  }

  private ContextInternal context(ThreadingModel model) {
    return ((VertxInternal) vertx).contextBuilder().withThreadingModel(model).build();
  }

  /** Runs code on a context and waits for its result. */
  static <T> T on(Context context, Callable<T> code) {
    Promise<T> result = Promise.promise();
    context.runOnContext(
        go -> {
          try {
            result.complete(code.call());
          } catch (Throwable t) {
            result.fail(t);
          }
        });
    return get(result.future());
  }

  static void run(Context context, Runnable code) {
    on(
        context,
        () -> {
          code.run();
          return null;
        });
  }

  static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  static Throwable failure(Future<?> future) {
    return get(future.transform((value, cause) -> Future.succeededFuture(cause)));
  }

  @Override
  public void close() {
    get(vertx.close());
  }
}
