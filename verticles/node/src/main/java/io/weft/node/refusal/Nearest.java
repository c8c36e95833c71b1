package io.weft.node.refusal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody probably meant. */
public final class Nearest {
  private static final int MOST = 3;
  private static final int LONGEST = 200;
  private static final int BEGINNING = 3;

  private Nearest() {}

  private record Match(String name, int distance) {}

  /**
   * The names nearest to a word, by edit distance without regard to case. Names with dots are also
   * compared by their last part. The beginning of a name is as near as a name with one typo.
   *
   * @param word what was given
   * @param names what exists
   * @return at most three names that are about equally near, the nearest first; empty when nothing
   *     is near
   */
  public static List<String> to(String word, Collection<String> names) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, wanted.length() / 3 + 1);
    List<Match> matches =
        names.stream()
            .distinct()
            .map(name -> new Match(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
            .filter(match -> match.distance() <= limit)
            .sorted(Comparator.comparingInt(Match::distance).thenComparing(Match::name))
            .toList();
    return matches.stream()
        .filter(match -> match.distance() <= matches.get(0).distance() + 1)
        .limit(MOST)
        .map(Match::name)
        .toList();
  }

  /**
   * A sentence that names the nearest, or all names when none is near.
   *
   * @param word what was given
   * @param names what exists
   * @return {@code did you mean a or b?}, {@code known: a, b} or an empty text when there are none
   */
  public static String hint(String word, Collection<String> names) {
    List<String> near = to(word, names);
    if (!near.isEmpty()) {
      return "did you mean " + String.join(" or ", near) + "?";
    }
    if (names.isEmpty()) {
      return "";
    }
    List<String> some = names.stream().sorted().distinct().toList();
    return some.size() <= 12
        ? "known: " + String.join(", ", some)
        : "known: " + String.join(", ", some.subList(0, 12)) + ", … (" + some.size() + " in all)";
  }

  private static int distance(String wanted, String name) {
    int whole = edits(wanted, name);
    String lastWanted = wanted.substring(wanted.lastIndexOf('.') + 1);
    String lastName = name.substring(name.lastIndexOf('.') + 1);
    if (wanted.length() >= BEGINNING && (name.startsWith(wanted) || lastName.startsWith(wanted))) {
      return Math.min(whole, 1);
    }
    if (wanted.indexOf('.') < 0 && name.indexOf('.') >= 0) {
      return Math.min(whole, edits(lastWanted, lastName));
    }
    return whole;
  }

  /** Levenshtein's distance, where two swapped neighbours count as one edit. */
  static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
