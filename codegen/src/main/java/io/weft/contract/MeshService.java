package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an interface as a contract of the mesh. The processor generates its proxy, skeleton,
 * codecs, {@code .proto}, descriptor set and TypeScript declarations.
 *
 * <p>Methods return {@code Future<T>} (unary, or client stream when the only parameter is a {@code
 * ReadStream}), {@code ReadStream<T>} (server or bidirectional stream) or {@code void} together
 * with {@link OneWay}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MeshService {
  /**
   * The full name of the service, {@code package.Name}. Default: the interface's qualified name.
   *
   * @return the name, empty for the default
   */
  String value() default "";

  /**
   * The major version. Callers and servers of different versions never meet.
   *
   * @return the version, at least 1, default 1
   */
  int version() default 1;
}
