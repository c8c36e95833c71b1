/**
 * Writers for other languages: {@code .proto}, descriptor sets and TypeScript. Starting point:
 * {@link io.weft.codegen.schema.SchemaFiles}.
 */
@NullMarked
package io.weft.codegen.schema;

import org.jspecify.annotations.NullMarked;
