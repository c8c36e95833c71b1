package io.weft.wire;

/**
 * Bytes that are not what they should be: truncated, too long, too deep, or not of this contract.
 */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the failure, without a stack trace: bad bytes are a normal case.
   *
   * @param message what is wrong, with the offending value and what was expected
   */
  public WireException(String message) {
    super(message, null, false, false);
  }

  /** The message alone: others put it into messages for people, who need no class name. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
