/** Commands that look at what happens: top, tap, edges. */
@NullMarked
package io.weft.cli.watch;

import org.jspecify.annotations.NullMarked;
