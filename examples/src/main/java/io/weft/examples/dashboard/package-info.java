/** Several calls under one deadline: {@link io.weft.examples.dashboard.ParallelDashboard}. */
@NullMarked
package io.weft.examples.dashboard;

import org.jspecify.annotations.NullMarked;
