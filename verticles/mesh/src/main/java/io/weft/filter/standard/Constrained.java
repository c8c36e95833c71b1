package io.weft.filter.standard;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a method's requests carry annotations of jakarta.validation. Knows them by name, so that
 * neither API nor library is needed to find that there is nothing to do.
 */
final class Constrained {
  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String VALID = "jakarta.validation.Valid";

  private Constrained() {}

  static boolean method(Method method) {
    for (Parameter parameter : method.getParameters()) {
      if (marked(parameter) || marked(parameter.getAnnotatedType())) {
        return true;
      }
      Type type = parameter.getParameterizedType();
      // The items of a stream are messages of their own.
      if (type instanceof ParameterizedType generic) {
        type = generic.getActualTypeArguments()[0];
      }
      if (type instanceof Class<?> message && message(message, new HashSet<>())) {
        return true;
      }
    }
    return false;
  }

  /** What is nested is checked only where a component says {@code @Valid}, so that is enough. */
  private static boolean message(Class<?> type, Set<Class<?>> seen) {
    if (type.isPrimitive() || type.getName().startsWith("java.") || !seen.add(type)) {
      return false;
    }
    Class<?>[] permitted = type.getPermittedSubclasses();
    return marked(type)
        || Stream.of(type.getDeclaredFields())
            .anyMatch(field -> marked(field) || marked(field.getAnnotatedType()))
        || Stream.of(type.getDeclaredMethods()).anyMatch(Constrained::marked)
        || Stream.of(type.getInterfaces()).anyMatch(above -> message(above, seen))
        || permitted != null && Stream.of(permitted).anyMatch(one -> message(one, seen));
  }

  private static boolean marked(AnnotatedType type) {
    if (marked((AnnotatedElement) type)) {
      return true;
    }
    return type instanceof AnnotatedParameterizedType generic
        && Stream.of(generic.getAnnotatedActualTypeArguments()).anyMatch(Constrained::marked);
  }

  private static boolean marked(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      Class<?> type = annotation.annotationType();
      // A repeated constraint stands in a container that is nested in it.
      Class<?> outer = type.getEnclosingClass();
      if (type.getName().equals(VALID) || constraint(type) || outer != null && constraint(outer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean constraint(Class<?> annotation) {
    return Stream.of(annotation.getAnnotations())
        .anyMatch(meta -> meta.annotationType().getName().equals(CONSTRAINT));
  }
}
