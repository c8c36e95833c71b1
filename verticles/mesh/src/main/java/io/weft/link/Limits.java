package io.weft.link;

import io.weft.stream.Window;

/**
 * The bounds of every link. Beyond a bound a call fails at once with RESOURCE_EXHAUSTED, fate
 * NOT_PROCESSED.
 *
 * @param messageBytes the largest message, default 4 MiB
 * @param batchBytes the size at which a batch is sent before its turn ends, default 64 KiB
 * @param callsPerLink calls in flight from one lane to another, default 65,536
 * @param bytesPerLink bytes sent and not yet acknowledged from one lane to another, default 16 MiB
 * @param window what may be under way of one stream, default 256 items and 1 MiB
 * @param silence when a peer that owes an answer is silent
 */
public record Limits(
    int messageBytes,
    int batchBytes,
    int callsPerLink,
    long bytesPerLink,
    Window window,
    Silence silence) {
  /**
   * How long a peer may be silent while calls wait for it.
   *
   * @param pingMillis after this time it is asked for a sign, default 200 ms
   * @param suspectMillis after this time new calls go elsewhere, default 400 ms
   * @param lostMillis after this time its calls fail with fate UNKNOWN, default 3,000 ms
   */
  public record Silence(long pingMillis, long suspectMillis, long lostMillis) {
    /** 200 ms, 400 ms, 3 s. */
    public static final Silence DEFAULT = new Silence(200, 400, 3_000);

    /** Checks the order. */
    public Silence {
      if (pingMillis < 10 || suspectMillis < pingMillis || lostMillis < suspectMillis) {
        throw new IllegalArgumentException(
            "silence: ping %d ms, suspect %d ms, lost %d ms (expected: 10 <= ping <= suspect <= lost)"
                .formatted(pingMillis, suspectMillis, lostMillis));
      }
    }
  }

  /** The defaults named above. */
  public static final Limits DEFAULT =
      new Limits(4 << 20, 64 << 10, 1 << 16, 16L << 20, Window.DEFAULT, Silence.DEFAULT);

  /** Checks the values. */
  public Limits {
    positive("messageBytes", messageBytes);
    positive("batchBytes", batchBytes);
    positive("callsPerLink", callsPerLink);
    positive("bytesPerLink", bytesPerLink);
  }

  String exceeded(int calls, long bytes, String node) {
    return "%,d calls and %,d bytes wait for node %s (limits: %,d calls, %,d bytes)"
        .formatted(calls, bytes, node, callsPerLink, bytesPerLink);
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
    }
  }
}
