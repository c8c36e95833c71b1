package io.weft.bench.scenario;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;

/** How the figures of a scenario are printed. */
public enum Format {
  /** One figure a line, for people. */
  TABLE,
  /** One object a line. */
  JSON;

  void print(JsonObject figures, PrintWriter out) {
    if (this == JSON) {
      out.println(figures.encode());
    } else {
      figures.forEach(figure -> out.printf("%-16s %s%n", figure.getKey(), figure.getValue()));
    }
    out.flush();
  }
}
