package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One effect if answered: retried under one call id, which the server claims, runs and replays from
 * its inbox. The inbox is not there yet; until it is, such a method is sent like an {@link
 * AtMostOnce} one and never repeated when it may have run.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ExactlyOnce {}
