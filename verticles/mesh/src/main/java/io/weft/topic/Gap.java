package io.weft.topic;

import org.jspecify.annotations.Nullable;

/**
 * Events that a subscription did not get. Told in order: after the events before the loss, before
 * the next one after it. Losses without an event between them are one gap, unless the subscriber
 * was free to hear of the first before the second happened.
 *
 * @param topic the topic of the lost events; the subscription's pattern when there were several
 *     topics, or when nobody knows: events lost on a link are told to every subscription of the
 *     node
 * @param publisher the id of the publisher's node, null when there were several
 * @param count how many events, as far as that is known: 0 says that there was a loss of unknown
 *     size; of events lost on a link some may have been for other subscriptions
 */
public record Gap(String topic, @Nullable String publisher, long count) {
  /** This gap and one right after it. */
  Gap plus(Gap next, String pattern) {
    return new Gap(
        topic.equals(next.topic) ? topic : pattern,
        publisher != null && publisher.equals(next.publisher) ? publisher : null,
        count + next.count);
  }
}
