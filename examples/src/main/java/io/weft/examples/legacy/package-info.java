/**
 * A service as Vert.x teams write them today: {@link io.weft.examples.legacy.Legacy} knows nothing
 * of Weft, and is served and called through the mesh unchanged.
 */
@ModuleGen(groupPackage = "io.weft.examples.legacy", name = "weft-examples-legacy")
@NullMarked
package io.weft.examples.legacy;

import io.vertx.codegen.annotations.ModuleGen;
import org.jspecify.annotations.NullMarked;
