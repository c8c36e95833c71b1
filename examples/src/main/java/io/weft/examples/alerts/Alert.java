package io.weft.examples.alerts;

import io.weft.contract.MeshEvent;
import java.time.Instant;

/**
 * Something needs attention. Published on a topic below {@code system.alerts}.
 *
 * @param source who found it
 * @param number the source's number for it
 * @param load the share of the machine in use, 0 to 1
 * @param at when
 */
@MeshEvent
public record Alert(String source, long number, double load, Instant at) {}
