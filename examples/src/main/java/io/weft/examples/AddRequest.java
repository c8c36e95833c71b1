package io.weft.examples;

import org.jspecify.annotations.Nullable;

/**
 * Two numbers to add.
 *
 * @param a a number
 * @param b a number
 * @param requestId the caller's name for this request, given back with the sum; null for none
 */
public record AddRequest(int a, int b, @Nullable String requestId) {}
