package io.weft.codegen.model;

import io.weft.codegen.model.Numbering.Presence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a message.
 *
 * @param name the Java name of the component or parameter
 * @param number the field number
 * @param use how the type is used
 * @param constraints what validation asks of the values; of parameters only, since records carry
 *     their own
 */
public record Field(String name, int number, Use use, Constraints constraints) {
  /**
   * A field without constraints.
   *
   * @param name the Java name of the component or parameter
   * @param number the field number
   * @param use how the type is used
   */
  public Field(String name, int number, Use use) {
    this(name, number, use, Constraints.NONE);
  }

  /**
   * Annotations of jakarta.validation as source text with qualified names.
   *
   * @param whole on the field
   * @param key on the key of a map
   * @param value on the elements of a collection
   */
  public record Constraints(List<String> whole, List<String> key, List<String> value) {
    /** No annotations. */
    public static final Constraints NONE = new Constraints(List.of(), List.of(), List.of());
  }

  /** How many values a field holds, and how it says that it holds none. */
  public enum Arity {
    /** One value; a default is not written. */
    PLAIN,
    /** One value or null. */
    NULLABLE,
    /** An {@code Optional}. */
    OPTIONAL,
    /** A {@code List}. */
    LIST,
    /** A {@code Set}. */
    SET,
    /** A {@code Map}. */
    MAP
  }

  /**
   * The use of a type.
   *
   * @param arity how many
   * @param type each value
   * @param key map keys, null for all but maps
   * @param java the declared type with binary names
   */
  public record Use(Arity arity, Type type, @Nullable Type key, String java) {
    /**
     * The type as the lock file and the signature write it.
     *
     * @return for example {@code int32}, {@code repeated p.Item}, {@code map<string, int64>}
     */
    public String text() {
      return switch (arity) {
        case PLAIN, NULLABLE, OPTIONAL -> type.proto();
        case LIST, SET -> "repeated " + type.proto();
        case MAP -> "map<" + keyProto() + ", " + type.proto() + ">";
      };
    }

    /**
     * What absence means.
     *
     * @return required for single values without a default
     */
    public Presence presence() {
      return switch (arity) {
        case NULLABLE, OPTIONAL -> Presence.OPTIONAL;
        case PLAIN -> type.kind().hasDefault() ? Presence.IMPLICIT : Presence.REQUIRED;
        default -> Presence.IMPLICIT;
      };
    }

    /**
     * The protobuf type of map keys.
     *
     * @return an enum travels as its name
     */
    public String keyProto() {
      return key == null ? "" : key.kind() == Kind.ENUM ? "string" : key.proto();
    }
  }

  /**
   * The name in {@code .proto} files.
   *
   * @return snake case
   */
  public String proto() {
    return Names.snake(name);
  }

  /**
   * The tag of a single value: number and wire type.
   *
   * @return the tag, negative for numbers from 2^28 on
   */
  public int tag() {
    boolean single = use.arity().ordinal() <= Arity.OPTIONAL.ordinal();
    return number << 3 | (single ? use.type().kind().wireType() : 2);
  }
}
