package io.weft.examples.users;

import java.time.LocalDate;
import java.util.Set;

/**
 * A user.
 *
 * @param id the key
 * @param name for people
 * @param email where to write to
 * @param joined the first day
 * @param teams the names of the user's teams
 * @param stale true when the profile is an earlier one, since the service could not be asked
 */
public record Profile(
    String id, String name, String email, LocalDate joined, Set<String> teams, boolean stale) {
  /**
   * A profile as the service knows it.
   *
   * @param id the key
   * @param name for people
   * @param email where to write to
   * @param joined the first day
   * @param teams the names of the user's teams
   */
  public Profile(String id, String name, String email, LocalDate joined, Set<String> teams) {
    this(id, name, email, joined, teams, false);
  }

  /**
   * The same profile, marked as an earlier one.
   *
   * @return the profile
   */
  public Profile asStale() {
    return new Profile(id, name, email, joined, teams, true);
  }
}
