package io.weft.topic;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What topics need from the rest of the mesh. The other direction is {@link Topics#receive}, {@link
 * Topics#interest} and {@link Topics#members}.
 *
 * <p>A strand is an ordered way through the links. Events of one strand to one node arrive in the
 * order of their {@link #send} or not at all; events of different strands may overtake each other.
 * For lanes that are event loops, 2 strands a lane are right: strand {@code i} for what lane {@code
 * i}'s own thread publishes and sends directly, strand {@code lanes + i} for the other threads that
 * hop to lane {@code i}; with one strand for both, direct sends would overtake hops.
 */
public interface Cluster {
  /**
   * That a node has subscriptions.
   *
   * @param node the node's id
   * @param pattern what they match
   * @param group their group, null for none
   * @param type the full protobuf name of the type they expect, {@link #ANY_TYPE} for any
   */
  record Interest(String node, String pattern, @Nullable String group, String type) {
    /** The type of subscriptions that take every type. */
    public static final String ANY_TYPE = "*";
  }

  /**
   * How many strands there are.
   *
   * @return 1 to 1,024; constant
   */
  int strands();

  /**
   * The strand of the calling code. Any thread.
   *
   * @return 0 to {@link #strands()} - 1; always the same for one thread, and for a worker or
   *     virtual thread better for one context, so that a verticle's events keep their order
   */
  int strand();

  /**
   * Sends an event. Called by one thread at a time for each strand, and seldom by a thread that is
   * not of the strand: such an event may be overtaken by later ones but must not overtake. Must
   * neither block nor throw.
   *
   * @param strand the way to take
   * @param node the target
   * @param bytes holds the event; valid during this call
   * @param offset its first byte
   * @param length its length in bytes
   * @return false when a bound is reached or there is no way: the event is lost for that node
   */
  boolean send(int strand, String node, byte[] bytes, int offset, int length);

  /**
   * Tells the other nodes what this node subscribes to. Called by one thread at a time; must not
   * block. A later list replaces an earlier one.
   *
   * @param mine everything, each entry once
   * @return completes when the nodes that can be reached know
   */
  Future<Void> announce(List<Interest> mine);
}
