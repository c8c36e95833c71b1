package io.weft.contract;

/** What is known about the execution of a failed call. */
public enum Fate {
  /** The call surely never reached a handler: safe to send again under every {@link Semantics}. */
  NOT_PROCESSED,
  /** Nobody knows. */
  UNKNOWN,
  /** The handler ran and failed. */
  PROCESSED
}
