package io.weft.topic;

/** A contract with a name of its own and an event nested in it. */
interface Shop {
  record Sold(String item) {}
}
