package io.weft.contract;

/**
 * What a call promises about executions. A caller may tighten the contract's word towards fewer
 * executions, the earlier ones in this list, never loosen it.
 */
public enum Semantics {
  /** Runs 0 or 1 times; never sent twice. */
  MAYBE,
  /** Runs 0 or 1 times; sent again only after {@link Fate#NOT_PROCESSED}. */
  AT_MOST_ONCE,
  /** Runs at least once if answered; the handler is idempotent. */
  AT_LEAST_ONCE,
  /** Has one effect if answered; the server keeps an inbox. */
  EXACTLY_ONCE
}
