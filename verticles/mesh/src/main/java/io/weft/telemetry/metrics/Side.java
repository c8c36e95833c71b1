package io.weft.telemetry.metrics;

/** From where a duration is measured. */
public enum Side {
  /** A call as its caller sees it, over all attempts. */
  CLIENT("rpc.client.call.duration"),
  /** One attempt of it. */
  ATTEMPT("weft.client.attempt.duration"),
  /** A call as the serving node sees it. */
  SERVER("rpc.server.call.duration");

  private final String metric;

  Side(String metric) {
    this.metric = metric;
  }

  /**
   * The name of the metric, in OpenTelemetry's spelling; its unit is seconds.
   *
   * @return the name
   */
  public String metric() {
    return metric;
  }
}
