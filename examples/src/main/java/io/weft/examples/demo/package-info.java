/**
 * The load of the demo: {@link io.weft.examples.demo.DemoLoad} calls the examples and checks their
 * answers, {@link io.weft.examples.demo.DemoStats} tells how it goes.
 */
@NullMarked
package io.weft.examples.demo;

import org.jspecify.annotations.NullMarked;
