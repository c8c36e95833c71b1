package io.weft.examples.dashboard;

import io.vertx.core.Future;
import io.weft.call.CallScope;
import io.weft.examples.Greeter;
import io.weft.examples.HelloReply;
import io.weft.examples.HelloRequest;
import io.weft.examples.alerts.Alert;
import io.weft.examples.alerts.Alerts;
import io.weft.examples.users.Profile;
import io.weft.examples.users.Users;
import io.weft.mesh.Mesh;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks all services at once: a page takes as long as the slowest part, and 300 ms at most. */
public final class ParallelDashboard implements Dashboard {
  private static final Duration TIME = Duration.ofMillis(300);

  private final Greeter greeter;
  private final Users users;
  private final Alerts alerts;

  /**
   * Creates a dashboard.
   *
   * @param mesh where the parts are served
   */
  public ParallelDashboard(Mesh mesh) {
    greeter = mesh.client(Greeter.class);
    users = mesh.client(Users.class);
    alerts = mesh.client(Alerts.class);
  }

  @Override
  public Future<Page> page(String userId) {
    // Never later than the caller's own deadline, and over when the caller cancels.
    CallScope scope = CallScope.inherit().deadline(TIME);
    return scope.run(() -> load(userId));
  }

  private Future<Page> load(String userId) {
    Future<HelloReply> greeting = greeter.sayHello(new HelloRequest(userId));
    Future<Profile> profile = users.profile(userId);
    Future<List<Alert>> recent = alerts.recent(5);
    return Future.join(greeting, profile, recent)
        .otherwiseEmpty()
        .map(
            ended -> {
              Map<String, String> missing = new TreeMap<>();
              HelloReply reply = part("greeting", greeting, missing);
              List<Alert> some = part("alerts", recent, missing);
              return new Page(
                  reply == null ? null : reply.message(),
                  part("profile", profile, missing),
                  some == null ? List.of() : some,
                  missing);
            });
  }

  private static <T> @Nullable T part(String name, Future<T> future, Map<String, String> missing) {
    if (future.failed()) {
      missing.put(name, String.valueOf(future.cause().getMessage()));
    }
    return future.result();
  }
}
