package io.weft.link;

import io.weft.wire.Reader;
import org.jspecify.annotations.Nullable;

/** What the node does with what arrives on its lanes. Called on the lane's thread. */
public interface Acceptor {
  /**
   * Finds what is served under a number.
   *
   * @param id the node's own number of a service, as its registry entry tells
   * @return the service, null when it is not or no longer served
   */
  @Nullable Served served(int id);

  /**
   * Takes an event.
   *
   * @param node the node it comes from
   * @param payload the event; valid during this call
   */
  void event(String node, Reader payload);

  /**
   * A node drains: calls should go elsewhere from now on.
   *
   * @param node its id
   */
  void goAway(String node);
}
