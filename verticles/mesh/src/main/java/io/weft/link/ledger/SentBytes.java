package io.weft.link.ledger;

import java.util.ArrayDeque;

/** The batches of the current epoch that are sent and not acknowledged. */
public final class SentBytes {
  private record Sent(long number, int bytes) {}

  private final ArrayDeque<Sent> waiting = new ArrayDeque<>();
  private long bytes;

  /**
   * Notes a batch.
   *
   * @param number its place in the epoch
   * @param size bytes
   */
  public void add(long number, int size) {
    waiting.add(new Sent(number, size));
    bytes += size;
  }

  /**
   * Forgets the batches up to a number.
   *
   * @param number acknowledged
   * @return whether there were any
   */
  public boolean acknowledge(long number) {
    long before = bytes;
    for (Sent first = waiting.peek(); first != null && first.number() <= number; ) {
      waiting.poll();
      bytes -= first.bytes();
      first = waiting.peek();
    }
    return bytes != before;
  }

  /** Forgets all batches. */
  public void clear() {
    waiting.clear();
    bytes = 0;
  }

  /**
   * The bytes that wait.
   *
   * @return bytes
   */
  public long bytes() {
    return bytes;
  }

  /**
   * The batches that wait.
   *
   * @return 0 or more
   */
  public int size() {
    return waiting.size();
  }

  /**
   * Whether none waits.
   *
   * @return true when all are acknowledged
   */
  public boolean isEmpty() {
    return waiting.isEmpty();
  }
}
