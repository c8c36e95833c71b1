package io.weft.registry;

import io.weft.link.LaneAddress;
import io.weft.registry.NodeEntry.ServiceEntry;

/**
 * One lane of a node that serves a service: what a call can be sent to.
 *
 * @param address the lane
 * @param node the node's entry; its beat is not kept up to date
 * @param service the service's entry; its age is not kept up to date
 * @param local whether it is on the node of the caller
 * @param sameZone whether it is in the zone of the caller; true on the caller's node
 * @param suspect whether its node belongs to the cluster but let its lease run out
 * @param sinceNanos when the service began there, as a moment of the caller's clock
 */
public record Endpoint(
    LaneAddress address,
    NodeEntry node,
    ServiceEntry service,
    boolean local,
    boolean sameZone,
    boolean suspect,
    long sinceNanos) {
  /**
   * The service's number on its node, as used on the wire.
   *
   * @return 0 or more
   */
  public int serviceId() {
    return service.id();
  }

  /**
   * Whether new calls are unwelcome.
   *
   * @return true while the node drains
   */
  public boolean draining() {
    return node.state() == NodeEntry.State.DRAINING;
  }
}
