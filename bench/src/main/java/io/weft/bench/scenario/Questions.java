package io.weft.bench.scenario;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.bench.subject.ClusterNode;
import io.weft.mesh.Mesh;
import io.weft.registry.Ejections;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a scenario does when it is asked: {@code await <n>} until so many instances
 * are known, {@code start <calls a second>}, {@code report}, {@code stop}.
 */
final class Questions implements Actor.Answering {
  private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long START_SECONDS = 60;

  private final Mesh mesh;
  private final OpenLoop load;
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder slow = new LongAdder();
  private final JsonArray events = new JsonArray();

  Questions(ClusterNode node, Mesh mesh) {
    this.mesh = mesh;
    Work work = mesh.client(Work.class);
    this.load = new OpenLoop(node::execute, () -> work.work("x"), this::ended);
    mesh.ejections().onChange(this::ejected);
  }

  private void ended(long latencyNanos, @Nullable Throwable failure) {
    if (failure != null) {
      failed.increment();
    } else if (latencyNanos > SLOW_NANOS) {
      slow.increment();
    } else {
      succeeded.increment();
    }
  }

  private void ejected(Ejections.Notice notice) {
    synchronized (events) {
      events.add(
          new JsonObject()
              .put("node", notice.node())
              .put("ejected", notice.ejected())
              .put("reason", notice.reason())
              .put("at", System.currentTimeMillis()));
    }
  }

  @Override
  public String answer(String question) throws Exception {
    String[] words = question.split(" ");
    switch (words[0]) {
      case "await" -> await(Integer.parseInt(words[1]));
      case "start" -> load.start(Long.parseLong(words[1]));
      case "stop" -> load.stop();
      case "report" -> {
        // The figures follow.
      }
      default -> throw new IOException(question + " (expected: await, start, report or stop)");
    }
    return report().encode();
  }

  private void await(int instances) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (mesh.registry().table().endpoints(Work.class.getName(), 1).size() < instances) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("fewer than " + instances + " instances are known after 60 s");
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private JsonObject report() {
    JsonObject report =
        new JsonObject()
            .put("sent", load.sent())
            .put("succeeded", succeeded.sum())
            .put("failed", failed.sum())
            .put("slow", slow.sum());
    synchronized (events) {
      return report.put("events", events.copy());
    }
  }
}
