package io.weft.codegen.read;

/** A contract names a type that does not exist yet: another processor may generate it. */
public final class Unresolved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the signal.
   *
   * @param type the unknown type
   */
  public Unresolved(String type) {
    super(type, null, false, false);
  }
}
