package io.weft.topic;

/** An immutable event of the tests, with a codec as codegen would write it. */
public record Price(String pair, long cents) {
  /** A nested one. */
  public record Tick(long at) {}

  /** One without a codec. */
  public record Bare(long at) {}
}
