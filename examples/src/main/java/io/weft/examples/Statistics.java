package io.weft.examples;

/**
 * What numbers have in common.
 *
 * @param sum their sum
 * @param average 0 when there are none
 * @param min the smallest, 0 when there are none
 * @param max the greatest, 0 when there are none
 * @param count how many there are
 */
public record Statistics(double sum, double average, double min, double max, long count) {}
