package io.weft.bench.subject;

/**
 * A started server.
 *
 * @param address what the client needs to know, one word
 * @param resource closed at the end
 */
public record Server(String address, AutoCloseable resource) implements AutoCloseable {
  @Override
  public void close() throws Exception {
    resource.close();
  }
}
