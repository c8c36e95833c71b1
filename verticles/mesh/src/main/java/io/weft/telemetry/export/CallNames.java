package io.weft.telemetry.export;

import io.weft.telemetry.metrics.Side;

/** The names of what OpenTelemetry has no name for. */
final class CallNames {
  static final String ACTIVE = ".active";
  static final String RETRIES = ".retries";
  static final String HEDGES = ".hedges";

  private CallNames() {}

  /** {@code weft.client.calls} and the like. */
  static String prefix(Side side) {
    return switch (side) {
      case CLIENT -> "weft.client.calls";
      case ATTEMPT -> "weft.client.attempts";
      case SERVER -> "weft.server.calls";
    };
  }

  /** Whether a side knows of further attempts. */
  static boolean repeats(Side side) {
    return side == Side.CLIENT;
  }
}
