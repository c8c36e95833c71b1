/**
 * What generated codecs stand on: the protobuf encoding, without reflection and without
 * descriptors. Starting points: {@link io.weft.wire.Codec}, {@link io.weft.wire.Writer}, {@link
 * io.weft.wire.Reader}.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protobuf encoding</a>
 */
@NullMarked
package io.weft.wire;

import org.jspecify.annotations.NullMarked;
