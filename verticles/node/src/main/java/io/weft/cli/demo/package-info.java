/**
 * {@code weft demo}: nodes in processes of their own, under load, watched. Starting point: {@link
 * io.weft.cli.demo.DemoCommand}.
 */
@NullMarked
package io.weft.cli.demo;

import org.jspecify.annotations.NullMarked;
