/**
 * The contracts that the benchmark calls: {@link io.weft.bench.echo.Echo} for Weft, {@link
 * io.weft.bench.echo.StockEcho} for Vert.x' own service proxies.
 */
@ModuleGen(groupPackage = "io.weft.bench.echo", name = "weft-bench")
@NullMarked
package io.weft.bench.echo;

import io.vertx.codegen.annotations.ModuleGen;
import org.jspecify.annotations.NullMarked;
