/**
 * The command line: {@link io.weft.cli.Weft} is {@code main}; each command is a class that is named
 * after it. Data goes to stdout, notes to stderr; exit codes are those of {@link
 * io.weft.node.refusal.Refusal.Kind}.
 */
@NullMarked
package io.weft.cli;

import org.jspecify.annotations.NullMarked;
