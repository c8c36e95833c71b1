package io.weft.cli.common;

import io.weft.cli.admin.AdminClient;
import java.io.PrintWriter;

/** The options that every command takes, and where it writes. */
public interface Globals {
  /** How data looks on stdout. */
  enum Output {
    /** For people: at most 80 columns where that is possible. */
    table,
    /** For people with wide screens: whole ids, one line a row. */
    wide,
    /** For programs. */
    json,
    /** For Graphviz; graphs only. */
    dot,
    /** For Mermaid; graphs only. */
    mermaid
  }

  /**
   * The form of the output.
   *
   * @return what {@code -o} says: table or json, anything else is refused
   */
  Output output();

  /**
   * The form of a graph.
   *
   * @return what {@code -o} says
   */
  Output graph();

  /**
   * The node that commands talk to.
   *
   * @return a client of its admin API; nothing is connected yet
   */
  AdminClient admin();

  /**
   * For data.
   *
   * @return stdout
   */
  PrintWriter out();

  /**
   * Writes a line of data at once.
   *
   * @param line without its end
   * @return false when nobody reads stdout any more, as behind {@code | head}
   */
  boolean print(String line);

  /**
   * For notes.
   *
   * @return stderr
   */
  PrintWriter err();

  /**
   * Whether output may have colours.
   *
   * @return false when told so, or when nobody looks
   */
  boolean color();
}
