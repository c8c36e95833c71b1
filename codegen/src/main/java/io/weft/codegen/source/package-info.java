/**
 * Writers of Java source: codecs, request classes, proxy, skeleton and specs. Starting point:
 * {@link io.weft.codegen.source.JavaSources}.
 */
@NullMarked
package io.weft.codegen.source;

import org.jspecify.annotations.NullMarked;
