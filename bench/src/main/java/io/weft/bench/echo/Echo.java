package io.weft.bench.echo;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.MeshService;

/** Sends back what it is sent. */
@MeshService
public interface Echo {
  /**
   * One request, one reply.
   *
   * @param request the text
   * @return the same text
   */
  Future<EchoReply> echo(EchoRequest request);

  /**
   * One long stream.
   *
   * @param count how many items, 1 or more
   * @param bytes the length of each item's text
   * @return the items
   */
  ReadStream<EchoReply> stream(int count, int bytes);
}
