package io.weft.filter.standard;

import io.weft.call.Spec;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What {@link CallLog} writes.
 *
 * @param only the methods, default all
 * @param slow from here on a call counts as slow and is written whatever the sampling; zero for
 *     never; default 1 s
 * @param sampling the share of good, quick calls that is written, 0 to 1, default 1
 * @param linesPerSecond how many lines at most; the rest is counted; default 1,000
 * @param messages whether to write the text of failures, default true; that of INVALID_ARGUMENT
 *     quotes the request and comes with the payload only
 * @param payloadChars how much of a request to write, in characters, default 0 for nothing; fields
 *     named like a secret are left out by name, whatever else is secret is not
 */
public record CallLogOptions(
    Predicate<Spec> only,
    Duration slow,
    double sampling,
    int linesPerSecond,
    boolean messages,
    int payloadChars) {
  /** The defaults named above. */
  public static final CallLogOptions DEFAULT =
      new CallLogOptions(spec -> true, Duration.ofSeconds(1), 1, 1_000, true, 0);

  private static final int MOST_CHARS = 10_000;

  /** Checks the values. */
  public CallLogOptions {
    if (slow.isNegative()) {
      throw new IllegalArgumentException("slow: " + slow + " (expected: 0 or more)");
    }
    if (!(sampling >= 0 && sampling <= 1)) {
      throw new IllegalArgumentException("sampling: " + sampling + " (expected: 0 to 1)");
    }
    if (linesPerSecond < 1) {
      throw new IllegalArgumentException(
          "linesPerSecond: " + linesPerSecond + " (expected: 1 or more)");
    }
    if (payloadChars < 0 || payloadChars > MOST_CHARS) {
      throw new IllegalArgumentException(
          "payloadChars: " + payloadChars + " (expected: 0 to " + MOST_CHARS + ")");
    }
  }

  /**
   * Some methods only.
   *
   * @param value true for those to write
   * @return the options
   */
  public CallLogOptions withOnly(Predicate<Spec> value) {
    return new CallLogOptions(value, slow, sampling, linesPerSecond, messages, payloadChars);
  }

  /**
   * Another idea of slow.
   *
   * @param value zero for never
   * @return the options
   */
  public CallLogOptions withSlow(Duration value) {
    return new CallLogOptions(only, value, sampling, linesPerSecond, messages, payloadChars);
  }

  /**
   * Another share of good, quick calls.
   *
   * @param value 0 to 1
   * @return the options
   */
  public CallLogOptions withSampling(double value) {
    return new CallLogOptions(only, slow, value, linesPerSecond, messages, payloadChars);
  }

  /**
   * Another bound.
   *
   * @param value 1 or more
   * @return the options
   */
  public CallLogOptions withLinesPerSecond(int value) {
    return new CallLogOptions(only, slow, sampling, value, messages, payloadChars);
  }

  /**
   * With or without the text of failures.
   *
   * @param value true to write it
   * @return the options
   */
  public CallLogOptions withMessages(boolean value) {
    return new CallLogOptions(only, slow, sampling, linesPerSecond, value, payloadChars);
  }

  /**
   * Writes requests.
   *
   * @param value characters at most, 0 to 10,000
   * @return the options
   */
  public CallLogOptions withPayloadChars(int value) {
    return new CallLogOptions(only, slow, sampling, linesPerSecond, messages, value);
  }
}
