/**
 * Topics: alerts are published on {@code system.alerts.cpu}; {@link
 * io.weft.examples.alerts.AlertLog} of every node hears them all, one {@link
 * io.weft.examples.alerts.AlertDesk} of the mesh handles each.
 */
@NullMarked
package io.weft.examples.alerts;

import org.jspecify.annotations.NullMarked;
