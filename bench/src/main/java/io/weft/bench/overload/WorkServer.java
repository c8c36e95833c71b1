package io.weft.bench.overload;

import io.vertx.core.Future;
import io.weft.bench.subject.ClusterNode;
import io.weft.filter.limit.LimitOptions;
import io.weft.filter.limit.Refusals;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshOptions;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Serves {@link Busy} on one event loop. */
final class WorkServer {
  private WorkServer() {}

  static Part.Answers start(ClusterNode node, List<String> own) throws TimeoutException {
    boolean limits = !own.contains("unlimited");
    MeshOptions options =
        MeshOptions.defaults().withLoad(LimitOptions.DEFAULT.withAdaptive(limits));
    Mesh mesh =
        node.onContext(
            () ->
                Mesh.join(node.vertx(), options)
                    .compose(m -> m.serve(Busy.class, WorkServer::spin).map(served -> m)));
    return question -> {
      Refusals.Snapshot refused = mesh.stats().refused();
      return "{\"queue\":%d,\"concurrency\":%d,\"deadline\":%d}"
          .formatted(refused.queue(), refused.concurrency(), refused.deadline());
    };
  }

  /** An xorshift generator: its next number needs the one before, so no round can be left out. */
  static Future<Integer> spin(int rounds) {
    int x = rounds | 1;
    for (int i = 0; i < rounds; i++) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
    }
    return Future.succeededFuture(x);
  }

  /** How many rounds take some time on this machine, now. */
  static int rounds(long micros) {
    int most = 200_000;
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 50; i++) {
      long start = System.nanoTime();
      spin(most);
      best = Math.min(best, System.nanoTime() - start);
    }
    return (int) Math.max(1, most * micros * 1_000 / best);
  }
}
