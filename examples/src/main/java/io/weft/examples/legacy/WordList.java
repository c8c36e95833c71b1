package io.weft.examples.legacy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Takes blanks for what separates words. */
public final class WordList implements Legacy {
  /** The failure code of a document without a text. */
  public static final int NO_TEXT = 400;

  @Override
  public Future<String> shout(String text) {
    return Future.succeededFuture(text.toUpperCase(Locale.ROOT));
  }

  @Override
  public Future<List<String>> words(String text) {
    return Future.succeededFuture(split(text));
  }

  @Override
  public Future<JsonObject> count(JsonObject document) {
    String text = document.getString("text");
    return text == null
        ? Future.failedFuture(new ServiceException(NO_TEXT, "no text in " + document.fieldNames()))
        : Future.succeededFuture(document.copy().put("words", split(text).size()));
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
