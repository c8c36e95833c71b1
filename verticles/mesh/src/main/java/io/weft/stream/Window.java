package io.weft.stream;

/**
 * How much may be under way to a consumer.
 *
 * @param items items, 1 to 1,048,576, default 256
 * @param bytes encoded bytes, 1 to 256 MiB, default 1 MiB; one item may exceed it
 */
public record Window(int items, int bytes) {
  /** 256 items, 1 MiB. */
  public static final Window DEFAULT = new Window(256, 1 << 20);

  /** The largest window. Who is granted more by its peer, makes use of this much. */
  public static final Window MOST = new Window(1 << 20, 1 << 28);

  /** Checks the values. */
  public Window {
    if (items < 1 || bytes < 1 || items > 1 << 20 || bytes > 1 << 28) {
      throw new IllegalArgumentException(
          "window: %d items, %d bytes (expected: 1 to 1048576 items, 1 to 268435456 bytes)"
              .formatted(items, bytes));
    }
  }

  /**
   * Adds a grant of items to credit that is left.
   *
   * @param left the credit
   * @param granted what the far consumer says; less than 0 means nothing
   * @return at most the items of {@link #MOST}
   */
  public static long mostItems(long left, int granted) {
    return Math.min(left + Math.max(0, granted), MOST.items());
  }

  /**
   * Adds a grant of bytes to credit that is left.
   *
   * @param left the credit; less than 0 after an item that exceeded it
   * @param granted what the far consumer says; less than 0 means nothing
   * @return at most the bytes of {@link #MOST}
   */
  public static long mostBytes(long left, int granted) {
    return Math.min(left + Math.max(0, granted), MOST.bytes());
  }
}
