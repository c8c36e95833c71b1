package io.weft.bench.subject;

import org.jspecify.annotations.Nullable;

/** One way to call an echo in another process. */
public interface Subject {
  /** The longest time that starting or connecting may take, in seconds. */
  int START_SECONDS = 60;

  /**
   * The name on the command line and in results.
   *
   * @return lower case, with dashes
   */
  String name();

  /**
   * Why it cannot run on this machine.
   *
   * @return the reason, or null when it can
   */
  default @Nullable String obstacle() {
    return null;
  }

  /**
   * Whether {@link Client#stream} works.
   *
   * @return false unless it does
   */
  default boolean streams() {
    return false;
  }

  /**
   * Starts the server, in the server process. Blocks until it takes calls.
   *
   * @return the server
   * @throws Exception when it cannot start
   */
  Server serve() throws Exception;

  /**
   * Starts the client, in the client process. Blocks until it is connected; the first calls may
   * still fail.
   *
   * @param address what {@link Server#address()} said
   * @return the client
   * @throws Exception when it cannot connect
   */
  Client connect(String address) throws Exception;
}
