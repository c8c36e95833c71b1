package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How often a failed call is tried. Only for {@link AtLeastOnce} and {@link ExactlyOnce}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Retry {
  /**
   * The attempts, the first one included.
   *
   * @return attempts, 1 to 10, default 3
   */
  int attempts() default 3;

  /**
   * The time one attempt may take in milliseconds; 0 leaves it to the deadline. Attempts times this
   * time must not exceed the deadline. An attempt that takes longer is cancelled and tried
   * elsewhere.
   *
   * @return milliseconds, default 0
   */
  long attemptMillis() default 0;
}
