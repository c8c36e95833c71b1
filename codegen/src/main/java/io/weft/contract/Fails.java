package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The typed errors of a method: records that travel as details of the failure. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Fails {
  /**
   * The error records.
   *
   * @return record classes
   */
  Class<? extends Record>[] value();
}
