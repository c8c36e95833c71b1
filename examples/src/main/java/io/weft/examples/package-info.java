/**
 * The first examples: {@link io.weft.examples.Greeter}, which {@link io.weft.examples.Hello} serves
 * and calls in a few lines, and {@link io.weft.examples.Calculator}, which has a method of every
 * shape. The packages below hold one example each.
 */
@NullMarked
package io.weft.examples;

import org.jspecify.annotations.NullMarked;
