package io.weft.link.ledger;

/**
 * The numbers that one lane gives away: epochs and call numbers. Both only grow, so what a peer
 * remembers of a link that is gone never means anything on the link that follows.
 *
 * <p>A link takes call numbers in blocks of 65,536: one after the other, as {@link CallTable} likes
 * them. After 32,768 blocks they begin again at the first.
 */
public final class Numbers {
  private static final int BLOCK = 1 << 16;

  private int lastEpoch;
  private int nextBlock;

  /**
   * An epoch.
   *
   * @return greater than all before
   */
  public int epoch() {
    return ++lastEpoch;
  }

  /**
   * The number of a call.
   *
   * @param last the number before on the same link, 0 for none
   * @return greater than 0
   */
  public int after(int last) {
    int next = last + 1;
    if (last != 0 && (next & (BLOCK - 1)) != 0) {
      return next;
    }
    int first = nextBlock;
    nextBlock = first + BLOCK & Integer.MAX_VALUE;
    return Math.max(1, first);
  }
}
