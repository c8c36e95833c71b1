package io.weft.link;

/** Judges how long a peer that owes something has been silent. */
final class Silence {
  /** What to do now. */
  enum Verdict {
    /** Nothing. */
    FINE,
    /** Ask for a sign. */
    ASK,
    /** Give up what waits. */
    LOST
  }

  private final long pingNanos;
  private final long suspectNanos;
  private final long lostNanos;
  private long since;
  private long asked;
  private long gaveUp;
  private long lastCheck;
  private boolean askSoon;
  private boolean suspect;

  Silence(Limits.Silence limits, long now) {
    pingNanos = limits.pingMillis() * 1_000_000;
    suspectNanos = limits.suspectMillis() * 1_000_000;
    lostNanos = limits.lostMillis() * 1_000_000;
    since = now;
    asked = now;
    gaveUp = now;
    lastCheck = now;
  }

  void heard(long now) {
    since = now;
    gaveUp = now;
    suspect = false;
  }

  /** Something is owed from now on, after a time in which nothing was. */
  void waitingSince(long now) {
    if (!suspect) {
      since = Math.max(since, now);
      gaveUp = Math.max(gaveUp, now);
    }
  }

  void askSoon() {
    askSoon = true;
  }

  boolean suspect() {
    return suspect;
  }

  Verdict check(long now, boolean owed) {
    long pause = now - lastCheck;
    lastCheck = now;
    if (!owed) {
      suspect = false;
      since = now;
      gaveUp = now;
      return Verdict.FINE;
    }
    if (pause > pingNanos) {
      // This lane itself was stopped or blocked: what arrived meanwhile is not read yet.
      since = Math.max(since, now - pingNanos);
      gaveUp = Math.max(gaveUp, now - pingNanos);
    }
    long silent = now - since;
    suspect = silent > suspectNanos;
    if (silent > lostNanos && now - gaveUp > lostNanos) {
      // It stays suspect until it is heard; calls made meanwhile get as much time again.
      gaveUp = now;
      return Verdict.LOST;
    }
    if ((askSoon || silent > pingNanos) && now - asked > pingNanos) {
      askSoon = false;
      asked = now;
      return Verdict.ASK;
    }
    return Verdict.FINE;
  }
}
