package io.weft.examples.demo;

/** The ways in which the demo communicates. */
public enum Pattern {
  /** One request, one reply. */
  UNARY("unary"),
  /** One request, a stream of replies. */
  SERVER_STREAM("serverStream"),
  /** A stream of requests, one reply. */
  CLIENT_STREAM("clientStream"),
  /** Streams both ways. */
  BIDIRECTIONAL("bidirectional"),
  /** A request without a reply. */
  ONE_WAY("oneWay"),
  /** An event on a topic. */
  PUBLISH_SUBSCRIBE("publishSubscribe"),
  /** A call of a plain Vert.x service proxy. */
  PROXY_GEN("proxyGen");

  private final String key;

  Pattern(String key) {
    this.key = key;
  }

  /**
   * The name in the snapshot.
   *
   * @return in camel case
   */
  public String key() {
    return key;
  }
}
