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
 */
public record Profile(String id, String name, String email, LocalDate joined, Set<String> teams) {}
