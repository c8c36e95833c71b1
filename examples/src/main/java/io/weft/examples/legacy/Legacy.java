package io.weft.examples.legacy;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A plain Vert.x service proxy. */
@ProxyGen
public interface Legacy {
  /**
   * Turns a text to capitals.
   *
   * @param text the text
   * @return the text in capitals
   */
  Future<String> shout(String text);

  /**
   * Splits a text.
   *
   * @param text the text
   * @return its words
   */
  Future<List<String>> words(String text);

  /**
   * Counts words.
   *
   * @param document an object with a string {@code text}
   * @return the object with a number {@code words}
   */
  Future<JsonObject> count(JsonObject document);
}
