package io.weft.call;

/** Monotonic time, injected so that tests can turn it. */
@FunctionalInterface
public interface Clock {
  /** The clock of the machine, {@link System#nanoTime()}. */
  Clock SYSTEM = System::nanoTime;

  /**
   * The time now.
   *
   * @return nanoseconds since an arbitrary moment; only differences mean something
   */
  long nanos();
}
