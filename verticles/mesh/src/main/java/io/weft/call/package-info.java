/**
 * The heart: a client and a server are both a {@link io.weft.call.Service}; what stands between
 * them is a {@link io.weft.call.Filter} or, on the hot path, a {@link io.weft.call.Policy}.
 * Starting points: {@link io.weft.call.Call}, {@link io.weft.call.Spec}, {@link
 * io.weft.call.CallFailure}; generated code uses {@link io.weft.call.Contract}, {@link
 * io.weft.call.Caller} and {@link io.weft.call.Skeleton}.
 */
@NullMarked
package io.weft.call;

import org.jspecify.annotations.NullMarked;
