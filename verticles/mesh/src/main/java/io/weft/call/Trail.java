package io.weft.call;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a call went the way it went: one line for each decision, for people. Only calls that ask for
 * it have one ({@link CallScope#explain}). Calls made by the handler write into the trail of the
 * call they belong to. Safe for all threads; holds 500 lines at most.
 */
public final class Trail {
  private static final int MOST_LINES = 500;

  private final List<String> lines = new ArrayList<>();
  private int lost;

  /**
   * Adds a line.
   *
   * @param line what was decided and why
   */
  public synchronized void add(String line) {
    if (lines.size() < MOST_LINES) {
      lines.add(line);
    } else {
      lost++;
    }
  }

  /**
   * Adds what another node wrote about the same call.
   *
   * @param node its id
   * @param others its lines
   */
  public synchronized void add(String node, List<String> others) {
    others.forEach(line -> add("  " + line));
  }

  /**
   * The lines so far.
   *
   * @return oldest first; the last one tells how many found no room
   */
  public synchronized List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (lost > 0) {
      all.add("… and " + lost + " lines more");
    }
    return all;
  }
}
