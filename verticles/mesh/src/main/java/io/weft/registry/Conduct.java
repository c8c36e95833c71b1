package io.weft.registry;

import io.weft.filter.Verdict;

/**
 * How well one instance did within the last five seconds, and whether it is left alone for that.
 * Only keeps the books; {@link Outliers} decides. Belongs to the lane's thread.
 */
final class Conduct {
  private static final int SLOTS = 10;
  private static final long SLOT_NANOS = 500_000_000;
  private static final long FIRST_BACKOFF_NANOS = 1_000_000_000;

  /** The longest back-off is 8 s, so that who works again is back within 15 s. */
  private static final int LONGEST_BACKOFF = 3;

  /** Who worked for so many times its last back-off starts with the shortest one again. */
  private static final int REDEEMED_AFTER = 10;

  private final int[] calls = new int[SLOTS];
  private final int[] failures = new int[SLOTS];
  private long slot = Long.MIN_VALUE;
  private int allCalls;
  private int allFailures;
  private int inRow;

  private boolean out;
  private boolean everOut;
  private long outSince;
  private long until;
  private long returnedAt;
  private int level;
  private int admitted;
  private int good;
  private long admittedAt;

  /** Since when its link is silent; negative numbers are moments too, so there is a flag. */
  long silentSince;

  long silentMark;
  boolean silent;
  boolean byLink;

  /** Notes the end of an attempt that says something. */
  void add(Verdict verdict, long now) {
    advance(now);
    int index = (int) Math.floorMod(slot, SLOTS);
    calls[index]++;
    allCalls++;
    if (verdict == Verdict.BAD) {
      failures[index]++;
      allFailures++;
      inRow++;
    } else {
      inRow = 0;
    }
  }

  private void advance(long now) {
    long current = Math.floorDiv(now, SLOT_NANOS);
    if (current <= slot) {
      return;
    }
    if (slot == Long.MIN_VALUE || current - slot >= SLOTS) {
      clear();
    } else {
      for (long s = slot + 1; s <= current; s++) {
        int index = (int) Math.floorMod(s, SLOTS);
        allCalls -= calls[index];
        allFailures -= failures[index];
        calls[index] = 0;
        failures[index] = 0;
      }
    }
    slot = current;
  }

  private void clear() {
    java.util.Arrays.fill(calls, 0);
    java.util.Arrays.fill(failures, 0);
    allCalls = 0;
    allFailures = 0;
  }

  int calls(long now) {
    advance(now);
    return allCalls;
  }

  int failures(long now) {
    advance(now);
    return allFailures;
  }

  int inRow() {
    return inRow;
  }

  /** Whether it is left alone, trial included. */
  boolean out() {
    return out;
  }

  /** Whether its back-off runs. */
  boolean resting(long now) {
    return out && now - until < 0;
  }

  long millisLeft(long now) {
    return (until - now) / 1_000_000;
  }

  void eject(long now, boolean link) {
    boolean redeemed = now - returnedAt > REDEEMED_AFTER * backoff();
    level = everOut && !redeemed ? Math.min(level + 1, LONGEST_BACKOFF) : 0;
    out = true;
    everOut = true;
    byLink = link;
    outSince = now;
    rest(now);
  }

  /** The trial failed. */
  void again(long now) {
    level = Math.min(level + 1, LONGEST_BACKOFF);
    rest(now);
  }

  private void rest(long now) {
    until = now + backoff();
    admitted = 0;
    good = 0;
  }

  private long backoff() {
    return FIRST_BACKOFF_NANOS << level;
  }

  void release(long now) {
    out = false;
    returnedAt = now;
    inRow = 0;
    clear();
  }

  /** Whether an attempt that began then may tell that it works again. */
  boolean tells(long begun) {
    return out && begun - outSince >= 0;
  }

  boolean admit(long now, int most) {
    if (admitted >= most) {
      return false;
    }
    admitted++;
    admittedAt = now;
    return true;
  }

  int admitted() {
    return admitted;
  }

  long admittedAt() {
    return admittedAt;
  }

  int succeed() {
    return ++good;
  }

  void renew() {
    admitted = 0;
  }
}
