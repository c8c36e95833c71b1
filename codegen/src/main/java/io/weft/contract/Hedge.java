package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a second attempt to another instance when the first is late. Only for {@link AtLeastOnce}
 * and {@link ExactlyOnce}. Within the retry budget; the first answer wins, the other attempt is
 * cancelled. Unary {@code @AtLeastOnce} methods only until there is an inbox.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Hedge {
  /**
   * The delay before the second attempt in milliseconds; 0 takes the observed 95th percentile.
   *
   * @return milliseconds, default 0
   */
  long afterMillis() default 0;
}
