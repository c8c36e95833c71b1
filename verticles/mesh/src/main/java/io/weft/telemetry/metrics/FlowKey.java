package io.weft.telemetry.metrics;

/**
 * What calls are told apart by.
 *
 * @param side from where they are measured
 * @param caller the service whose handler makes the call, else the name of its node; of served
 *     calls the name of the calling node
 * @param service the full name of the called service
 * @param method the method's name in Java
 */
public record FlowKey(Side side, String caller, String service, String method) {
  /** What stands for everything that is not told apart. */
  public static final String OTHER = "_OTHER";

  /**
   * The method as OpenTelemetry spells it.
   *
   * @return {@code pkg.Service/method}, or {@code _OTHER}
   */
  public String rpcMethod() {
    return service.equals(OTHER) ? service : service + "/" + method;
  }
}
