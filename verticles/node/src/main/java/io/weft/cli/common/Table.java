package io.weft.cli.common;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns of text. On a narrow screen cells go on in the next line, broken between words only: what
 * is copied from a table has to stay whole.
 */
public final class Table {
  private static final int GAP = 2;
  private static final int SCREEN = 80;

  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Starts a table.
   *
   * @param headings one a column
   */
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /**
   * Adds a row.
   *
   * @param cells one a column
   * @return this table
   */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /**
   * Writes the table: 80 columns unless a word is longer, any number with {@code -o wide}.
   *
   * @param globals where to, and how
   */
  public void print(Globals globals) {
    int[] width = widths(globals.output() == Globals.Output.wide ? Integer.MAX_VALUE : SCREEN);
    for (List<String> row : rows) {
      List<List<String>> cells = new ArrayList<>();
      for (int i = 0; i < width.length; i++) {
        cells.add(wrap(row.get(i), width[i]));
      }
      int height = cells.stream().mapToInt(List::size).max().orElse(0);
      for (int line = 0; line < height; line++) {
        globals.out().println(line(cells, line, width));
      }
    }
  }

  private static String line(List<List<String>> cells, int line, int[] width) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < width.length; i++) {
      String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
      text.append(part).append(" ".repeat(width[i] - part.length() + GAP));
    }
    return text.toString().stripTrailing();
  }

  /** What each column needs; where that is too much, the widest give way, down to their words. */
  private int[] widths(int screen) {
    int[] width = new int[rows.get(0).size()];
    int[] least = new int[width.length];
    for (List<String> row : rows) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], row.get(i).length());
        for (String word : row.get(i).split(" ", -1)) {
          least[i] = Math.max(least[i], word.length());
        }
      }
    }
    int excess = IntStream.of(width).sum() + GAP * (width.length - 1) - screen;
    while (excess > 0) {
      int widest = -1;
      for (int i = 0; i < width.length; i++) {
        if (width[i] > least[i] && (widest < 0 || width[i] > width[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      width[widest]--;
      excess--;
    }
    return width;
  }

  private static List<String> wrap(String cell, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : cell.split(" ", -1)) {
      if (line.isEmpty()) {
        line = word;
      } else if (line.length() + 1 + word.length() <= width) {
        line += " " + word;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }
}
