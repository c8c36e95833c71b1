package io.weft.examples;

import java.util.Map;
import java.util.Set;

/**
 * Who asks.
 *
 * @param userId the user
 * @param roles what the user may do
 * @param metadata anything else
 */
public record UserContext(String userId, Set<String> roles, Map<String, String> metadata) {}
