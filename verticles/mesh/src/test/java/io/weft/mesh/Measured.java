package io.weft.mesh;

import io.weft.contract.MeshEvent;
import org.jspecify.annotations.Nullable;

/** An event that no contract uses. */
@MeshEvent
public sealed interface Measured {
  /** A value. */
  record Value(double celsius, @Nullable String sensor) implements Measured {}

  /** No value. */
  record Silence(long millis) implements Measured {}
}
