/**
 * What a link keeps account of, as plain data: calls by number, batches sent and taken, credit,
 * deadlines, and which failures prove that nothing was sent. Starting point: {@link
 * io.weft.link.ledger.CallTable}.
 */
@NullMarked
package io.weft.link.ledger;

import org.jspecify.annotations.NullMarked;
