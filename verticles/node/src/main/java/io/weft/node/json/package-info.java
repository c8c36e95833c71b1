/**
 * Calls without generated code: {@link io.weft.node.json.Schema} reads the descriptors that a
 * contract publishes, {@link io.weft.node.json.JsonReader} and {@link io.weft.node.json.JsonWriter}
 * turn JSON into protobuf bytes and back, {@link io.weft.node.json.RawCodec} carries the bytes.
 */
@NullMarked
package io.weft.node.json;

import org.jspecify.annotations.NullMarked;
