/**
 * Streams with demand: the consuming end of a stream from elsewhere, the sending end, and small
 * sources. Starting points: {@link io.weft.stream.Streams} for users; {@link
 * io.weft.stream.InboundStream} and {@link io.weft.stream.OutboundStream} for transports.
 */
@NullMarked
package io.weft.stream;

import org.jspecify.annotations.NullMarked;
