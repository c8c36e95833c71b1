package io.weft.link;

/**
 * Where a lane is.
 *
 * @param node the node's id in the cluster
 * @param incarnation which start of the mesh on that node; a greater one replaces a smaller one
 * @param lane the lane's index on the node, from 0
 */
public record LaneAddress(String node, long incarnation, int lane) {
  /**
   * The event-bus address on which the lane listens. It holds the incarnation, so that what was
   * sent to an earlier start of the mesh on the node never meets a later one.
   *
   * @return the address
   */
  public String eventBus() {
    return "weft.lane." + node + "." + Long.toString(incarnation, 36) + "." + lane;
  }
}
