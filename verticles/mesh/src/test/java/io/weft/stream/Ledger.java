package io.weft.stream;

/** The producer of a stream as a ledger: what was allowed, and whether it was cancelled. */
final class Ledger implements Producer {
  long items;
  long bytes;
  int grants;
  int cancels;

  @Override
  public void demand(int moreItems, int moreBytes) {
    if (moreItems < 0 || moreBytes < 0) {
      throw new AssertionError("demand " + moreItems + ", " + moreBytes);
    }
    items += moreItems;
    bytes += moreBytes;
    grants++;
  }

  @Override
  public void cancel() {
    cancels++;
  }
}
