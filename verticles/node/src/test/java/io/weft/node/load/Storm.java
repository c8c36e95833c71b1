package io.weft.node.load;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.call.CallFailure;
import io.weft.mesh.ClientOptions;
import io.weft.mesh.Mesh;
import io.weft.registry.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The load: half of its calls are repeatable. Everything runs on its event loop. */
public final class Storm extends VerticleBase implements Gauge {
  private static final long SHORT_MILLIS = 20;
  private static final int MOST_TOLD = 2_000;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Mesh mesh;
  private final List<Made> all = new ArrayList<>();
  private Work work;
  private int ended;
  private int failed;

  public Storm(Mesh mesh) {
    this.mesh = mesh;
  }

  /** One call and its fate. */
  private static final class Made {
    final boolean repeatable;
    final boolean slow;
    final long from = System.currentTimeMillis();
    final JsonArray begun = new JsonArray();
    long until = Long.MAX_VALUE;
    String outcome = "";
    String failure = "";

    Made(boolean repeatable, boolean slow) {
      this.repeatable = repeatable;
      this.slow = slow;
    }

    JsonObject json() {
      return new JsonObject()
          .put("repeatable", repeatable)
          .put("slow", slow)
          .put("from", from)
          .put("until", until)
          .put("begun", begun)
          .put("outcome", outcome)
          .put("failure", failure);
    }
  }

  @Override
  public Future<?> start() {
    work =
        mesh.client(
            Work.class,
            ClientOptions.defaults().withDeadline(DEADLINE).withLocality(Strategy.Locality.NONE));
    return mesh.topic(WorkService.BEGUN, String.class)
        .subscribe(event -> begun(event.value().split(" ")))
        .compose(listening -> mesh.serve(Gauge.class, this));
  }

  private void begun(String[] parts) {
    all.get(Integer.parseInt(parts[0]))
        .begun
        .add(new JsonObject().put("node", parts[1]).put("at", Long.parseLong(parts[2])));
  }

  private Future<Void> call(long millis, boolean slow) {
    long number = all.size();
    Made made = new Made(number % 2 == 0, slow);
    all.add(made);
    Future<String> reply =
        made.repeatable ? work.repeatable(number, millis) : work.once(number, millis);
    return reply.transform(
        (node, failure) -> {
          made.until = System.currentTimeMillis();
          made.outcome =
              failure == null
                  ? "OK"
                  : failure instanceof CallFailure f ? f.code() + " " + f.fate() : "" + failure;
          made.failure = failure == null ? "" : failure.toString();
          ended++;
          failed += failure == null ? 0 : 1;
          return Future.succeededFuture();
        });
  }

  /** The pause after a failure keeps a mesh that refuses everything from being asked for ever. */
  private void endless() {
    int before = failed;
    call(SHORT_MILLIS, false)
        .onComplete(
            done -> {
              if (failed == before) {
                endless();
              } else {
                vertx.setTimer(SHORT_MILLIS, timer -> endless());
              }
            });
  }

  /** Outside the present call, whose deadline and end are not those of the load. */
  private void times(int count, Runnable work) {
    context.runOnContext(
        start -> {
          for (int i = 0; i < count; i++) {
            work.run();
          }
        });
  }

  @Override
  public Future<Void> begin(int inFlight) {
    times(inFlight, this::endless);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> slow(int calls, long millis) {
    times(calls, () -> call(millis, true));
    return Future.succeededFuture();
  }

  @Override
  public Future<JsonObject> counts() {
    return Future.succeededFuture(
        new JsonObject()
            .put("ended", ended)
            .put("failed", failed)
            .put("inFlight", all.size() - ended)
            .put(
                "slow",
                all.stream()
                    .filter(made -> made.slow && !made.begun.isEmpty() && made.outcome.isEmpty())
                    .count()));
  }

  @Override
  public Future<JsonArray> calls(long at) {
    JsonArray found = new JsonArray();
    for (Made made : all) {
      if (made.from <= at && made.until > at
          || !made.outcome.equals("OK") && !made.outcome.isEmpty()) {
        found.add(made.json());
      }
      if (found.size() == MOST_TOLD) {
        break;
      }
    }
    return Future.succeededFuture(found);
  }
}
