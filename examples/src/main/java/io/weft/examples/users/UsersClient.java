package io.weft.examples.users;

import io.weft.filter.standard.Fallback;
import io.weft.filter.standard.LastGood;
import io.weft.mesh.ClientOptions;
import io.weft.mesh.Mesh;
import java.time.Duration;
import java.util.List;

/** How others should call {@link Users}: an old profile shown at once beats none shown late. */
public final class UsersClient {
  private UsersClient() {}

  /**
   * A client that shows the last known profile, marked as stale, when the service is down or late.
   *
   * @param mesh the mesh
   * @return the client; keep it, it is what remembers
   */
  public static Users of(Mesh mesh) {
    Fallback lastKnown =
        Fallback.of("profile")
            .lastGood(LastGood.marked(Profile::asStale).withAge(Duration.ofHours(1)));
    return mesh.client(
        Users.class,
        ClientOptions.defaults()
            .withDeadline(Duration.ofMillis(300))
            .withFilters(List.of(lastKnown)));
  }
}
