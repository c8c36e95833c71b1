package io.weft.examples;

/**
 * Asks for a greeting.
 *
 * @param name who is greeted
 */
public record HelloRequest(String name) {}
