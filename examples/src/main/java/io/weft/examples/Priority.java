package io.weft.examples;

/** How urgent a request is. */
public enum Priority {
  /** Whenever there is time. */
  LOW,
  /** In turn. */
  NORMAL,
  /** Before others. */
  HIGH
}
