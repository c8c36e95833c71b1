package io.weft.telemetry.tap;

import org.jspecify.annotations.Nullable;

/**
 * One call as somebody who looks on sees it.
 *
 * @param endMillis when it ended, epoch milliseconds
 * @param caller the service whose handler made it, else the name of the node
 * @param service the full name of the called service
 * @param method the method's Java name
 * @param code {@code OK}, else the name of the code
 * @param nanos how long it took
 * @param attempts how many attempts it had
 * @param target the node that the last attempt went to, null for none
 * @param traceId its trace, null when it is not traced
 */
public record TappedCall(
    long endMillis,
    String caller,
    String service,
    String method,
    String code,
    long nanos,
    int attempts,
    @Nullable String target,
    @Nullable String traceId) {}
