package io.weft.mesh;

import io.weft.call.Filter;
import java.util.List;

/**
 * Filters around every call of a node, outside those of a single client or service.
 *
 * @param client around calls that this node makes, in order
 * @param server around handlers that this node runs, in order
 */
public record Interceptors(List<Filter> client, List<Filter> server) {
  /** None. */
  public static final Interceptors NONE = new Interceptors(List.of(), List.of());

  /** Copies the lists. */
  public Interceptors {
    client = List.copyOf(client);
    server = List.copyOf(server);
  }
}
