package io.weft.codegen.read;

import io.weft.codegen.model.Numbering;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What readers need of the compiler.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param numbering gives numbers
 * @param sources the qualified names of the top-level types that are compiled now
 */
public record Env(Elements elements, Types types, Numbering numbering, Set<String> sources) {
  /**
   * The binary name of a type.
   *
   * @param type the type
   * @return for example {@code p.Outer$Inner}
   */
  public String binary(TypeElement type) {
    return elements.getBinaryName(type).toString();
  }

  TypeElement outermost(TypeElement type) {
    TypeElement outermost = type;
    for (Element at = type; at instanceof TypeElement found; at = at.getEnclosingElement()) {
      outermost = found;
    }
    return outermost;
  }

  boolean compiledNow(TypeElement type) {
    return sources.contains(outermost(type).getQualifiedName().toString());
  }

  String packageOf(Element element) {
    return elements.getPackageOf(element).getQualifiedName().toString();
  }

  /** The field of a component, since the compiler does not know where a component stands. */
  static Element position(TypeElement type, RecordComponentElement component) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        return field;
      }
    }
    return component;
  }

  @Nullable TypeElement find(String binary) {
    return elements.getTypeElement(binary.replace('$', '.'));
  }

  /** The constant that a codec made by another compilation tells its numbers with. */
  @Nullable String schemaOf(String codec) {
    TypeElement type = find(codec);
    if (type == null) {
      return null;
    }
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getSimpleName().contentEquals("SCHEMA")
          && field.getConstantValue() instanceof String text) {
        return text;
      }
    }
    return null;
  }

  /** Annotations are known by simple name: every library of null annotations is good enough. */
  static boolean nullable(Element at, TypeMirror type) {
    return nullable(type) || at.getAnnotationMirrors().stream().anyMatch(a -> named(a, "Nullable"));
  }

  static boolean nullable(TypeMirror type) {
    if (type.getAnnotationMirrors().stream().anyMatch(a -> named(a, "Nullable"))) {
      return true;
    }
    return type instanceof javax.lang.model.type.ArrayType array
        && nullable(array.getComponentType());
  }

  static @Nullable AnnotationMirror mirror(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation)) {
        return mirror;
      }
    }
    return null;
  }

  static @Nullable AnnotationValue value(AnnotationMirror mirror, String name) {
    for (var entry : mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  static boolean effectivelyPublic(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static boolean named(AnnotationMirror mirror, String simpleName) {
    return mirror.getAnnotationType().asElement().getSimpleName().contentEquals(simpleName);
  }
}
