package io.weft.codegen.source;

/**
 * Writes lines and keeps them indented: a line that ends with an opening brace moves the next ones
 * to the right, a line that starts with a closing brace moves back.
 */
public final class Lines {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /**
   * Adds a line.
   *
   * @param line without indentation; empty for an empty line
   * @return this
   */
  public Lines add(String line) {
    if (line.startsWith("}") || line.startsWith("]")) {
      depth--;
    }
    return raw(line, 0);
  }

  /**
   * Adds the continuation of the line before.
   *
   * @param line without indentation
   * @return this
   */
  public Lines more(String line) {
    return raw(line, 2);
  }

  /**
   * Adds a continuation of a continuation.
   *
   * @param line without indentation
   * @return this
   */
  public Lines evenMore(String line) {
    return raw(line, 4);
  }

  private Lines raw(String line, int extra) {
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth + extra)).append(line);
    }
    text.append('\n');
    if (line.endsWith("{") || line.endsWith("[")) {
      depth++;
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
