package io.weft.topic;

import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/**
 * How to subscribe.
 *
 * @param group of all subscriptions in the cluster with this group name and a matching pattern
 *     exactly one gets an event; null, the default, gets every event
 * @param buffer how many events may wait for the subscriber, at least 1, default 1,024; beyond it
 *     new events are dropped and told as a {@link Gap}
 * @param gaps told about lost events, on the subscriber's context; null, the default, logs them
 */
public record SubscribeOptions(@Nullable String group, int buffer, @Nullable Handler<Gap> gaps) {
  private static final SubscribeOptions DEFAULTS = new SubscribeOptions(null, 1024, null);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the group is no single token of a topic name, or the
   *     buffer is less than 1
   */
  public SubscribeOptions {
    if (group != null && (group.indexOf('.') >= 0 || Patterns.flaw(group, false) != null)) {
      throw new IllegalArgumentException(
          "group: \""
              + Patterns.shown(group)
              + "\" (expected: 1 to 255 printable ASCII characters without space . * >)");
    }
    if (buffer < 1) {
      throw new IllegalArgumentException("buffer: " + buffer + " events (expected: at least 1)");
    }
  }

  /**
   * No group, a buffer of 1,024 events, gaps are logged.
   *
   * @return the options
   */
  public static SubscribeOptions defaults() {
    return DEFAULTS;
  }

  /**
   * The defaults, as a member of a group.
   *
   * @param name the group's name, one token
   * @return the options
   */
  public static SubscribeOptions group(String name) {
    return new SubscribeOptions(name, DEFAULTS.buffer, null);
  }

  /**
   * The same options with another bound.
   *
   * @param events how many events may wait, at least 1
   * @return the options
   */
  public SubscribeOptions buffer(int events) {
    return new SubscribeOptions(group, events, gaps);
  }

  /**
   * The same options with somebody to tell about lost events.
   *
   * @param handler called on the subscriber's context, between events
   * @return the options
   */
  public SubscribeOptions onGap(Handler<Gap> handler) {
    return new SubscribeOptions(group, buffer, handler);
  }
}
