package io.weft.bench.subject;

/**
 * A started server. It lives as long as its process.
 *
 * @param address what the client needs to know, one word
 * @param broker a process of its own that must end with it; does nothing for most
 */
public record Server(String address, Runnable broker) {
  /**
   * A server without other processes.
   *
   * @param port where it listens, or how its cluster is joined
   */
  Server(int port) {
    this(Integer.toString(port), () -> {});
  }

  /** Ends what would outlive the process. */
  public void end() {
    broker.run();
  }
}
