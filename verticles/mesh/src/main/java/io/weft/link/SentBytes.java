package io.weft.link;

import java.util.ArrayDeque;

/** The batches of the current epoch that are sent and not acknowledged. */
final class SentBytes {
  private record Sent(long number, int bytes) {}

  private final ArrayDeque<Sent> waiting = new ArrayDeque<>();
  private long bytes;

  void add(long number, int size) {
    waiting.add(new Sent(number, size));
    bytes += size;
  }

  /** Returns whether anything was not acknowledged before. */
  boolean acknowledge(long number) {
    long before = bytes;
    for (Sent first = waiting.peek(); first != null && first.number() <= number; ) {
      waiting.poll();
      bytes -= first.bytes();
      first = waiting.peek();
    }
    return bytes != before;
  }

  void clear() {
    waiting.clear();
    bytes = 0;
  }

  long bytes() {
    return bytes;
  }

  int size() {
    return waiting.size();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
