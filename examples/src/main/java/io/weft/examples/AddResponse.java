package io.weft.examples;

import org.jspecify.annotations.Nullable;

/**
 * A sum.
 *
 * @param sum the sum
 * @param requestId of the request; null when it had none
 */
public record AddResponse(int sum, @Nullable String requestId) {}
