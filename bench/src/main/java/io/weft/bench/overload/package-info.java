/**
 * Too much work and too little time, on real processes. Starting points: {@link
 * io.weft.bench.overload.OverloadCommand}, {@link io.weft.bench.overload.DeadlineCommand}.
 */
@NullMarked
package io.weft.bench.overload;

import org.jspecify.annotations.NullMarked;
