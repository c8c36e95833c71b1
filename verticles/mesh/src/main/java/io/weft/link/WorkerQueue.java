package io.weft.link;

import io.vertx.core.internal.ContextInternal;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The calls of one service that wait for a worker. A worker pool that is closed drops its tasks
 * without a word; here they fail, surely not processed. On the lane's thread.
 */
final class WorkerQueue {
  private final Lane lane;
  private final ExecutorService pool;
  private final Consumer<Serving> invoke;
  private final ArrayDeque<Task> waiting = new ArrayDeque<>();

  /** One call: begun by a worker or failed here, whoever comes first. */
  private final class Task implements Runnable {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Serving serving;

    Task(Serving serving) {
      this.serving = serving;
    }

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        invoke.accept(serving);
      }
    }

    void gone() {
      if (begun.compareAndSet(false, true)) {
        serving.fail(
            CallFailure.notProcessed(
                Code.UNAVAILABLE,
                serving.call().spec().name().service() + " stopped: its workers are gone"));
      }
    }
  }

  /**
   * Creates the queue.
   *
   * @param lane the lane of the service
   * @param context a worker context of the service
   * @param invoke runs a call, on the worker
   */
  WorkerQueue(Lane lane, ContextInternal context, Consumer<Serving> invoke) {
    this.lane = lane;
    this.pool = context.workerPool().executor();
    this.invoke = invoke;
  }

  void add(Serving serving) {
    while (!waiting.isEmpty() && waiting.peek().begun.get()) {
      waiting.poll();
    }
    Task task = new Task(serving);
    waiting.add(task);
    lane.watch(this);
    try {
      serving.context().execute(task);
    } catch (RejectedExecutionException e) {
      task.gone();
    }
  }

  /** Fails what waits for a pool that is closed; true when nothing waits. */
  boolean sweep() {
    boolean closed = pool.isShutdown();
    while (!waiting.isEmpty() && (closed || waiting.peek().begun.get())) {
      waiting.remove().gone();
    }
    return waiting.isEmpty();
  }
}
