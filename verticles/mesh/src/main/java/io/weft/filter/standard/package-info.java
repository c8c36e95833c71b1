/**
 * What users put around their calls: an answer when there is none, a line for each call, checks of
 * requests, faults on purpose.
 */
@NullMarked
package io.weft.filter.standard;

import org.jspecify.annotations.NullMarked;
