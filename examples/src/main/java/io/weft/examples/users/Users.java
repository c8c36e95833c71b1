package io.weft.examples.users;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;
import java.util.Optional;

/** Who is who. */
@MeshService
@AtLeastOnce
public interface Users {
  /**
   * One user.
   *
   * @param id the user's key
   * @return the profile; fails with NOT_FOUND when there is none
   */
  Future<Profile> profile(String id);

  /**
   * Looks for a user.
   *
   * @param email the whole address
   * @return the profile, if there is one
   */
  Future<Optional<Profile>> find(String email);

  /**
   * All users.
   *
   * @return the profiles, by key
   */
  ReadStream<Profile> list();
}
