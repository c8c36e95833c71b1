package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fixes the number of a field (record component, parameter), of an enum constant or of a method
 * instead of taking it from the lock file.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.FIELD
})
public @interface Tag {
  /**
   * The number: 1 to 536,870,911 without 19,000 to 19,999 for fields, 0 or greater for enum
   * constants, 1 or greater for methods.
   *
   * @return the number
   */
  int value();
}
