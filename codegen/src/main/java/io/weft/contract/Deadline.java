package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default deadline of a call, counted from the moment the caller makes it. A caller may set
 * another. Without this annotation: 5 s for unary calls, none for streams.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Deadline {
  /**
   * The time in milliseconds, greater than 0.
   *
   * @return milliseconds
   */
  long millis();
}
