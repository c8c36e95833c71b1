package io.weft.telemetry;

/** What is measured and traced of calls. */
public final class Telemetry {
  /** Nothing leaves the node. */
  public static final Telemetry NONE = new Telemetry();

  private Telemetry() {}
}
