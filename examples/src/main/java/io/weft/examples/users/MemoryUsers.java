package io.weft.examples.users;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.stream.Streams;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Knows three users by heart: ada, grace and linus. */
public class MemoryUsers implements Users {
  private final Map<String, Profile> profiles = new TreeMap<>();

  /** Creates the users. */
  public MemoryUsers() {
    put(new Profile("ada", "Ada", "ada@example.org", LocalDate.of(2023, 12, 10), Set.of("core")));
    put(
        new Profile(
            "grace",
            "Grace",
            "grace@example.org",
            LocalDate.of(2024, 12, 9),
            Set.of("core", "ops")));
    put(new Profile("linus", "Linus", "linus@example.org", LocalDate.of(2025, 12, 28), Set.of()));
  }

  private void put(Profile profile) {
    profiles.put(profile.id(), profile);
  }

  @Override
  public Future<Profile> profile(String id) {
    Profile profile = profiles.get(id);
    return profile == null
        ? Future.failedFuture(
            CallFailure.of(
                Code.NOT_FOUND, "user \"" + id + "\" (expected: one of " + profiles.keySet() + ")"))
        : Future.succeededFuture(profile);
  }

  @Override
  public Future<Optional<Profile>> find(String email) {
    return Future.succeededFuture(
        profiles.values().stream().filter(profile -> profile.email().equals(email)).findFirst());
  }

  @Override
  public ReadStream<Profile> list() {
    return Streams.from(profiles.values());
  }
}
