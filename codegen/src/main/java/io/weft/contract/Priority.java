package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How much a call matters when a server has more work than it can do: the less important calls are
 * refused first. A caller may set another level for its calls.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Priority {
  /** The levels, refused in this order. */
  enum Level {
    /** Work that may wait for a quiet hour: reports, prefetching. */
    LOW,
    /** Everything else; the default. */
    NORMAL,
    /** What somebody waits for. */
    HIGH,
    /** What keeps the system alive: refused last. */
    CRITICAL
  }

  /**
   * The level.
   *
   * @return without this annotation {@link Level#NORMAL}
   */
  Level value();
}
