package io.weft.codegen.model;

/**
 * A single value: what stands in a field, a list, a map or a stream.
 *
 * @param kind its kind
 * @param java the boxed Java class, a binary name; {@code byte[]} for bytes
 * @param proto the protobuf type, a full name without a leading dot
 * @param codec the generated codec's binary name, empty when there is none
 */
public record Type(Kind kind, String java, String proto, String codec) {
  /**
   * A type that has no generated codec.
   *
   * @param kind the kind
   * @param java the boxed Java class
   * @return the type
   */
  public static Type builtIn(Kind kind, String java) {
    return new Type(kind, java, kind.proto(), "");
  }

  /**
   * The primitive type, where there is one.
   *
   * @return {@code int} for {@code java.lang.Integer}
   */
  public String unboxed() {
    return switch (kind) {
      case INT -> "int";
      case SHORT -> "short";
      case BYTE -> "byte";
      case CHAR -> "char";
      case LONG -> "long";
      case BOOLEAN -> "boolean";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      default -> java;
    };
  }
}
