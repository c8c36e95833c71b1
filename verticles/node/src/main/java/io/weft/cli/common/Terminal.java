package io.weft.cli.common;

import java.io.Console;

/** Whether a person looks at the output. */
public final class Terminal {
  private Terminal() {}

  /**
   * Whether input and output are a terminal.
   *
   * @return false when one of them is a pipe or a file
   */
  @SuppressWarnings("SystemConsoleNull")
  public static boolean present() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since JDK 22 there is always a console, and this method.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
