package io.weft.filter;

import io.weft.call.CallFailure;
import io.weft.contract.Fate;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a call says about whoever answered it. One classification for circuit breakers
 * and ejection, so that they never disagree.
 */
public enum Verdict {
  /** It did its work, also when the caller asked for something wrong. */
  GOOD,
  /** It could not do its work. */
  BAD,
  /** It is alive, and refused to start more work. */
  BUSY,
  /** Says nothing: the caller gave up, or the call never left. */
  NONE;

  /**
   * Judges the end of a call or of an attempt.
   *
   * @param failure null for success
   * @return what it says about the service
   */
  public static Verdict of(@Nullable CallFailure failure) {
    if (failure == null) {
      return GOOD;
    }
    boolean started = failure.fate() != Fate.NOT_PROCESSED;
    return switch (failure.code()) {
      case CANCELLED -> NONE;
      case UNAVAILABLE, INTERNAL, UNKNOWN, DATA_LOSS -> BAD;
      // A time that was over before the work began, and work that was refused to protect the rest,
      // are signs of load: leaving the service alone for it would waste what it can still do.
      case DEADLINE_EXCEEDED -> started ? BAD : NONE;
      case RESOURCE_EXHAUSTED -> started ? BAD : BUSY;
      default -> failure.fate() == Fate.PROCESSED || failure.node() != null ? GOOD : NONE;
    };
  }
}
