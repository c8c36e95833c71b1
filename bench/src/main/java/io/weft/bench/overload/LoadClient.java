package io.weft.bench.overload;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.weft.bench.subject.ClusterNode;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.mesh.ClientOptions;
import io.weft.mesh.Mesh;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Calls {@link Busy}: as fast as it answers, or at a rate whatever it answers. */
final class LoadClient implements Part.Answers {
  private static final Duration DEADLINE = Duration.ofMillis(250);
  private static final long PACE_NANOS = 500_000;
  private static final long WAIT_SECONDS = 60;

  private final ClusterNode node;
  private final Busy work;
  private final int rounds;

  private LoadClient(ClusterNode node, Busy work, int rounds) {
    this.node = node;
    this.work = work;
    this.rounds = rounds;
  }

  static LoadClient start(ClusterNode node) throws TimeoutException {
    ClientOptions options = ClientOptions.defaults().withDeadline(DEADLINE);
    Busy work =
        node.onContext(() -> Mesh.join(node.vertx()).map(mesh -> mesh.client(Busy.class, options)));
    firstReply(node, work);
    return new LoadClient(node, work, WorkServer.rounds(OverloadCommand.HANDLER_MICROS));
  }

  /** The registry of this node may hear a little later who serves. */
  private static void firstReply(ClusterNode node, Busy work) throws TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!node.onContext(() -> work.spin(1).map(true).otherwise(false))) {
      if (System.nanoTime() - end >= 0) {
        throw new TimeoutException("no reply from the server");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Questions: {@code closed <in flight> <millis>} and {@code open <calls a second> <millis>}. */
  @Override
  public String answer(List<String> question) throws Exception {
    double number = Double.parseDouble(question.get(1));
    long millis = Long.parseLong(question.get(2));
    return switch (question.get(0)) {
      case "closed" -> closed((int) number, millis);
      case "open" -> open(number, millis).toJson().encode();
      default -> throw new IllegalArgumentException("question: " + question);
    };
  }

  private String closed(int inFlight, long millis) throws Exception {
    long end = System.nanoTime() + millis * 1_000_000;
    long[] answered = new long[2];
    Promise<Void> over = Promise.promise();
    int[] running = {inFlight};
    Runnable[] next = new Runnable[1];
    next[0] =
        () -> {
          if (System.nanoTime() - end >= 0) {
            if (--running[0] == 0) {
              over.complete();
            }
            return;
          }
          work.spin(rounds)
              .onComplete(
                  (reply, failure) -> {
                    if (failure == null) {
                      answered[0]++;
                    } else if (failure instanceof CallFailure f
                        && f.code() == Code.RESOURCE_EXHAUSTED) {
                      answered[1]++;
                    }
                    // Later, in case that a call fails at once.
                    node.execute(next[0]);
                  });
        };
    long begin = System.nanoTime();
    node.execute(
        () -> {
          for (int i = 0; i < inFlight; i++) {
            next[0].run();
          }
        });
    over.future().await(millis + WAIT_SECONDS * 1_000, TimeUnit.MILLISECONDS);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new JsonObject()
        .put("perSecond", answered[0] / seconds)
        .put("refused", answered[1])
        .encode();
  }

  /** A thread of its own keeps the pace, the event loop makes what calls are due. */
  private Answered open(double perSecond, long millis) throws Exception {
    Answered answered = new Answered((int) (millis / Answered.WINDOW_MILLIS) + 1);
    long begin = System.nanoTime();
    long total = (long) (perSecond * millis / 1e3);
    Promise<Void> sent = Promise.promise();
    long[] made = new long[1];
    Runnable pulse =
        () -> {
          long due = Math.min(total, (long) ((System.nanoTime() - begin) / 1e9 * perSecond));
          while (made[0] < due) {
            made[0]++;
            call(answered, begin);
          }
          if (made[0] == total) {
            sent.tryComplete();
          }
        };
    while (!sent.future().isComplete()) {
      node.execute(pulse);
      LockSupport.parkNanos(PACE_NANOS);
    }
    Promise<Void> ended = Promise.promise();
    node.execute(() -> answered.onEnd(total, ended));
    ended.future().await(WAIT_SECONDS, TimeUnit.SECONDS);
    return answered;
  }

  private void call(Answered answered, long begin) {
    long start = System.nanoTime();
    work.spin(rounds)
        .onComplete(
            (reply, failure) -> {
              boolean refused = failure instanceof CallFailure f && f.fate() == Fate.NOT_PROCESSED;
              answered.add(start - begin, System.nanoTime() - start, failure == null, refused);
            });
  }
}
