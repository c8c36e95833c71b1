package io.weft.telemetry.metrics;

import java.util.concurrent.atomic.AtomicLong;

/** A number that one thread changes and others read: no lock, no contended atomic operation. */
final class Counter {
  private final AtomicLong value = new AtomicLong();

  void add(long change) {
    value.setOpaque(value.getPlain() + change);
  }

  long get() {
    return value.getOpaque();
  }
}
