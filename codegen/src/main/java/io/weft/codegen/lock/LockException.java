package io.weft.codegen.lock;

/** A lock file that cannot be used; the message names file, line and remedy. */
public final class LockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LockException(String message) {
    super(message, null, false, false);
  }
}
