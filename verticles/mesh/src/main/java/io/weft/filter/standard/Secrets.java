package io.weft.filter.standard;

import java.util.regex.Pattern;

/** Knows by its name what hardly anybody wants to read in a log. */
final class Secrets {
  private static final Pattern NAME =
      Pattern.compile(
          "pass(word|wd|phrase|code)|pwd|secret|token|credential|api_?key|private_?key|cvv|cvc",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Whether something of this name is left out. */
  static boolean named(String name) {
    return NAME.matcher(name).find();
  }
}
