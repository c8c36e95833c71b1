package io.weft.codegen.read;

import io.weft.codegen.model.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Finds the annotations of jakarta.validation, by name, since the processor has no dependencies. A
 * constraint is what is annotated with {@code @Constraint}, so that a user's own ones count.
 */
final class Constraints {
  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String VALID = "jakarta.validation.Valid";

  private Constraints() {}

  /** What a parameter carries. */
  static Field.Constraints of(Element parameter) {
    TypeMirror type = parameter.asType();
    // An annotation may be meant for the parameter, for its type, or for both.
    Set<String> whole = new LinkedHashSet<>(texts(parameter.getAnnotationMirrors()));
    whole.addAll(texts(type.getAnnotationMirrors()));
    List<? extends TypeMirror> arguments =
        type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return new Field.Constraints(
        List.copyOf(whole),
        arguments.size() == 2 ? texts(arguments.get(0).getAnnotationMirrors()) : List.of(),
        arguments.isEmpty()
            ? List.of()
            : texts(arguments.get(arguments.size() - 1).getAnnotationMirrors()));
  }

  /** Whether a message is asked for more than what it always is: checked inside, and there. */
  static boolean onWhole(List<? extends AnnotationMirror> mirrors) {
    return texts(mirrors).stream()
        .anyMatch(
            text ->
                !text.startsWith("@" + VALID)
                    && !text.startsWith("@jakarta.validation.constraints.NotNull"));
  }

  private static List<String> texts(List<? extends AnnotationMirror> mirrors) {
    List<String> texts = new ArrayList<>();
    for (AnnotationMirror mirror : mirrors) {
      if (counts((TypeElement) mirror.getAnnotationType().asElement())) {
        texts.add(text(mirror));
      }
    }
    return texts;
  }

  private static boolean counts(TypeElement annotation) {
    return annotation.getQualifiedName().contentEquals(VALID)
        || Env.mirror(annotation, CONSTRAINT) != null
        // The container of a repeated constraint, by the rules of jakarta.validation nested in it.
        || annotation.getEnclosingElement() instanceof TypeElement outer
            && Env.mirror(outer, CONSTRAINT) != null;
  }

  private static String text(AnnotationMirror mirror) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    String values =
        mirror.getElementValues().entrySet().stream()
            .map(e -> e.getKey().getSimpleName() + " = " + text(e.getValue()))
            .collect(Collectors.joining(", "));
    return "@" + type.getQualifiedName() + (values.isEmpty() ? "" : "(" + values + ")");
  }

  private static String text(AnnotationValue value) {
    return value.accept(new Text(), value);
  }

  /** Compilers differ in how they write constants and classes; the rest is source text. */
  private static final class Text extends SimpleAnnotationValueVisitor14<String, AnnotationValue> {
    @Override
    protected String defaultAction(Object plain, AnnotationValue value) {
      return value.toString();
    }

    @Override
    public String visitEnumConstant(VariableElement constant, AnnotationValue value) {
      TypeElement type = (TypeElement) Objects.requireNonNull(constant.getEnclosingElement());
      return type.getQualifiedName() + "." + constant.getSimpleName();
    }

    @Override
    public String visitType(TypeMirror type, AnnotationValue value) {
      return type + ".class";
    }

    @Override
    public String visitAnnotation(AnnotationMirror nested, AnnotationValue value) {
      return text(nested);
    }

    @Override
    public String visitArray(List<? extends AnnotationValue> values, AnnotationValue value) {
      return values.stream().map(Constraints::text).collect(Collectors.joining(", ", "{", "}"));
    }
  }
}
