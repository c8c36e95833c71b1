package io.weft.link.ledger;

import java.util.function.IntSupplier;

/**
 * The batches that a link sends: numbered from 1 within an epoch. Epochs are numbers of the lane
 * and only grow, so that a link which is made anew starts above all that its peer may remember.
 */
public final class Departures {
  private final IntSupplier epochs;
  private final int born;
  private final SentBytes sent = new SentBytes();
  private int epoch;
  private long sequence;

  /**
   * Begins the first epoch of a link.
   *
   * @param epochs gives an epoch that the lane has not used yet, 1 or more
   */
  public Departures(IntSupplier epochs) {
    this.epochs = epochs;
    this.born = epochs.getAsInt();
    this.epoch = born;
  }

  /**
   * The first epoch of this link: tells one life of a link from the next.
   *
   * @return 1 or more
   */
  public int born() {
    return born;
  }

  /**
   * The present epoch.
   *
   * @return {@link #born} or more
   */
  public int epoch() {
    return epoch;
  }

  /**
   * The number of the batch that is being filled.
   *
   * @return 1 or more
   */
  public long open() {
    return sequence + 1;
  }

  /**
   * Whether a batch of this epoch was sent.
   *
   * @return false for an epoch that nobody can know yet
   */
  public boolean begun() {
    return sequence > 0;
  }

  /**
   * Sends the batch that was being filled.
   *
   * @param bytes its size
   * @return its number
   */
  public long depart(int bytes) {
    sent.add(++sequence, bytes);
    return sequence;
  }

  /** Begins a new epoch: nobody accepts batches of the old one any more. */
  public void renew() {
    epoch = epochs.getAsInt();
    sequence = 0;
    sent.clear();
  }

  /**
   * The batches of the present epoch that are not acknowledged.
   *
   * @return the live ledger
   */
  public SentBytes sent() {
    return sent;
  }
}
