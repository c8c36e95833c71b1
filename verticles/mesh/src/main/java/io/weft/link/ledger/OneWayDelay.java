package io.weft.link.ledger;

/**
 * Tells from the sender's stamps how long batches stood in queues on their way: in the sender's
 * event bus, in socket buffers, in the receiver's event loop. The clocks of the two sides have
 * nothing to do with each other, so only the difference to the fastest batch of the last 10 to 20 s
 * means something. Not longer: clocks drift, and that of a machine that was halted is behind for
 * good.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6817">RFC 6817, LEDBAT: one-way delay</a>
 */
public final class OneWayDelay {
  private static final long WINDOW_NANOS = 10_000_000_000L;

  private boolean known;
  private long least;
  private long leastBefore;
  private long since;
  private long due;

  /**
   * Takes note of a batch.
   *
   * @param now when it is read, by the receiver's clock
   * @param sent when it was sent, by the sender's clock; 0 when it does not say
   * @param standing whether a queue stands now: then no batch shows how fast the way is, and what
   *     is known is kept
   */
  public void arrived(long now, long sent, boolean standing) {
    if (sent == 0) {
      due = now;
      return;
    }
    long offset = now - sent;
    if (!known) {
      known = true;
      least = offset;
      leastBefore = offset;
      since = now;
    } else if (now - since > WINDOW_NANOS && !standing) {
      leastBefore = least;
      least = offset;
      since = now;
    }
    if (offset - least < 0) {
      least = offset;
    }
    // When it would have been here without any wait.
    due = sent + (least - leastBefore < 0 ? least : leastBefore);
  }

  /**
   * How long what stands in the batch has waited so far.
   *
   * @param now a moment of the receiver's clock
   * @return nanoseconds, 0 or more
   */
  public long waited(long now) {
    return Math.max(0, now - due);
  }
}
