package io.weft.bench.echo;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/**
 * The same call with Vert.x' own service proxies. It takes and gives a plain string, which spares
 * the peer the JSON of a data object in the reply.
 */
@ProxyGen
public interface StockEcho {
  /**
   * One request, one reply.
   *
   * @param text the text
   * @return the same text
   */
  Future<String> echo(String text);
}
