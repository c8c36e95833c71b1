package io.weft.junit5;

/**
 * Trouble that lasts until it is healed, at the latest until the test ends. Use it in a {@code try}
 * to give it an end. Healing twice does nothing the second time.
 */
public interface Fault extends AutoCloseable {
  /**
   * Ends the trouble and waits until it has ended. What it did is not undone: what was lost stays
   * lost. Not on an event loop.
   */
  void heal();

  /** The same as {@link #heal}. */
  @Override
  default void close() {
    heal();
  }
}
