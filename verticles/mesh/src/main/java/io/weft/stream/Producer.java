package io.weft.stream;

/** The far end of an {@link InboundStream}: told what the consumer is ready for. */
public interface Producer {
  /**
   * Allows more to be sent.
   *
   * @param items how many more items
   * @param bytes how many more bytes, 0 where sizes are not counted
   */
  void demand(int items, int bytes);

  /** Tells that the consumer wants nothing more. */
  void cancel();
}
