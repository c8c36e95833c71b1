package io.weft.link.ledger;

import io.weft.wire.Writer;

/**
 * Which batches of a peer are taken: in order, each once, and none of an epoch that is fenced. An
 * epoch is fenced when a number is missing; the sender has to hear of it, so the fence is owed
 * again with every batch that shows that it has not.
 */
public final class Arrivals {
  /** What to do with a batch. */
  public enum Verdict {
    /** It is the next one. */
    TAKE,
    /** It was taken before, or its epoch is fenced. */
    DROP,
    /** A batch before it is missing: its epoch is fenced now. */
    GAP
  }

  private int epoch;
  private long sequence;
  private int fencedEpoch;
  private long fencedSequence;
  private boolean fencedCertain;
  private boolean fenceOwed;
  private boolean certain;

  /**
   * Expects the first batch.
   *
   * @param certain whether surely no batch was taken before
   */
  public Arrivals(boolean certain) {
    this.certain = certain;
  }

  /**
   * Judges a batch, which counts as taken when it is the next one.
   *
   * @param batchEpoch its epoch
   * @param number its place in the epoch, from 1
   * @return what to do with it
   */
  public Verdict judge(int batchEpoch, long number) {
    if (batchEpoch < epoch || batchEpoch <= fencedEpoch) {
      fenceOwed |= batchEpoch == fencedEpoch;
      return Verdict.DROP;
    }
    if (batchEpoch > epoch) {
      epoch = batchEpoch;
      sequence = 0;
    }
    if (number <= sequence) {
      return Verdict.DROP;
    }
    if (number > sequence + 1) {
      fence();
      return Verdict.GAP;
    }
    sequence = number;
    certain = true;
    return Verdict.TAKE;
  }

  /** The last batch was taken, but nobody knows how much of it was done. */
  public void broken() {
    sequence--;
    certain = false;
    fence();
  }

  private void fence() {
    fencedEpoch = epoch;
    fencedSequence = sequence;
    fencedCertain = certain;
    fenceOwed = true;
  }

  /**
   * Whether the sender has to hear of a fence.
   *
   * @return true until {@link #writeFence}, and again when the sender shows that it has not heard
   */
  public boolean fenceOwed() {
    return fenceOwed;
  }

  /**
   * Appends what a FENCE frame says, which is owed no longer.
   *
   * @param out the batch, behind the type of the frame
   */
  public void writeFence(Writer out) {
    fenceOwed = false;
    out.varint32(fencedEpoch);
    out.varint(fencedSequence);
    out.bool(fencedCertain);
  }

  /**
   * The epoch of the last batch.
   *
   * @return 0 before the first one
   */
  public int epoch() {
    return epoch;
  }

  /**
   * All batches of the epoch up to this one were taken.
   *
   * @return 0 when none was
   */
  public long sequence() {
    return sequence;
  }
}
