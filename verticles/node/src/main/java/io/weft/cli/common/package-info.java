/**
 * What all commands share: {@link io.weft.cli.common.Globals}, {@link io.weft.cli.common.Table}.
 */
@NullMarked
package io.weft.cli.common;

import org.jspecify.annotations.NullMarked;
