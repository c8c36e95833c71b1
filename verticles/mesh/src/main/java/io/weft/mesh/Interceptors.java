package io.weft.mesh;

import io.weft.call.Filter;
import io.weft.call.Policy;
import java.util.List;

/**
 * What a node puts around all its calls. Filters may answer instead or call again; policies only
 * look or refuse, and cost much less.
 *
 * @param client filters around the calls that this node makes, in order, outside those of a client
 * @param server filters around the handlers that this node runs, in order, outside those of a
 *     service
 * @param made policies for the calls that this node makes, once for all attempts, inside filters
 * @param served policies for the calls that arrive, before all that may refuse them
 * @param validation whether to check requests by their annotations, see {@link
 *     io.weft.filter.standard.Validation}; default true
 */
public record Interceptors(
    List<Filter> client,
    List<Filter> server,
    List<Policy> made,
    List<Policy> served,
    boolean validation) {
  /** None but validation. */
  public static final Interceptors NONE = new Interceptors(List.of(), List.of());

  /** Copies the lists. */
  public Interceptors {
    client = List.copyOf(client);
    server = List.copyOf(server);
    made = List.copyOf(made);
    served = List.copyOf(served);
  }

  /**
   * Filters only.
   *
   * @param client around calls that this node makes, in order
   * @param server around handlers that this node runs, in order
   */
  public Interceptors(List<Filter> client, List<Filter> server) {
    this(client, server, List.of(), List.of(), true);
  }

  /**
   * Other filters around the calls that this node makes.
   *
   * @param value in order, the outermost first
   * @return the interceptors
   */
  public Interceptors withClient(List<Filter> value) {
    return new Interceptors(value, server, made, served, validation);
  }

  /**
   * Other filters around the handlers of this node.
   *
   * @param value in order, the outermost first
   * @return the interceptors
   */
  public Interceptors withServer(List<Filter> value) {
    return new Interceptors(client, value, made, served, validation);
  }

  /**
   * Other policies for the calls that this node makes.
   *
   * @param value in order
   * @return the interceptors
   */
  public Interceptors withMade(List<Policy> value) {
    return new Interceptors(client, server, value, served, validation);
  }

  /**
   * Other policies for the calls that arrive.
   *
   * @param value in order
   * @return the interceptors
   */
  public Interceptors withServed(List<Policy> value) {
    return new Interceptors(client, server, made, value, validation);
  }

  /**
   * With or without checks of requests.
   *
   * @param value false to check nothing
   * @return the interceptors
   */
  public Interceptors withValidation(boolean value) {
    return new Interceptors(client, server, made, served, value);
  }
}
