package io.weft.codegen.model;

import javax.lang.model.element.Element;

/** A fault of a contract, with the element it is found at and the remedy in its message. */
public final class ContractError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Element at;

  /**
   * Creates the error.
   *
   * @param at the element to mark in the source
   * @param message what is wrong, then what to do
   */
  public ContractError(Element at, String message) {
    super(message, null, false, false);
    this.at = at;
  }

  /**
   * Where the fault is.
   *
   * @return the element
   */
  public Element at() {
    return at;
  }
}
