package io.weft.stream;

/**
 * How much may be under way to a consumer.
 *
 * @param items items, at least 1, default 256
 * @param bytes encoded bytes, at least 1, default 1 MiB; one item may exceed it
 */
public record Window(int items, int bytes) {
  /** 256 items, 1 MiB. */
  public static final Window DEFAULT = new Window(256, 1 << 20);

  /** Checks the values. */
  public Window {
    if (items < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "window: " + items + " items, " + bytes + " bytes (expected: at least 1 each)");
    }
  }
}
