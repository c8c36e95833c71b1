package io.weft.codegen.model;

import io.weft.contract.Tag;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Gives members their numbers and remembers them. */
public interface Numbering {
  /** What numbers belong to. */
  enum Group {
    /** An enum: constants from 0. */
    ENUM,
    /** A message: fields from 1. */
    MESSAGE,
    /** A service: methods from 1. */
    SERVICE
  }

  /**
   * The owner of numbers.
   *
   * @param group what it is
   * @param name its full protobuf name
   * @param at its element
   */
  record Scope(Group group, String name, Element at) {}

  /**
   * A member that needs a number.
   *
   * @param name its name in {@code .proto}; for methods and constants the Java name
   * @param type its type or flow, empty for constants
   * @param presence what its absence means
   * @param tag the number that {@code @Tag} asks for, null for any
   * @param at its element
   */
  record Member(String name, String type, Presence presence, @Nullable Integer tag, Element at) {
    /**
     * A member that may have {@code @Tag}.
     *
     * @param name its name
     * @param type its type
     * @param presence what its absence means
     * @param at its element
     * @return the member
     */
    public static Member of(String name, String type, Presence presence, Element at) {
      Tag tag = at.getAnnotation(Tag.class);
      return new Member(name, type, presence, tag == null ? null : (Integer) tag.value(), at);
    }
  }

  /** What the absence of a field means. */
  enum Presence {
    /** The default value. */
    IMPLICIT,
    /** A value of its own. */
    OPTIONAL,
    /** A broken message. */
    REQUIRED
  }

  /**
   * The result.
   *
   * @param numbers one for each member, in order
   * @param optional the names of members that are optional whatever the compiler sees
   * @param reserved what was removed
   */
  record Numbers(List<Integer> numbers, Set<String> optional, List<Declared.Reserved> reserved) {}

  /**
   * Gives numbers to all members of an owner.
   *
   * @param scope the owner
   * @param members its members in the order of declaration
   * @return their numbers
   * @throws ContractError when a change would break old peers
   */
  Numbers assign(Scope scope, List<Member> members);

  /**
   * Takes the numbers that another compilation gave.
   *
   * @param scope the owner
   * @param members its members
   * @param schema the constant of the codec made there; null when it has none
   * @return their numbers
   */
  Numbers adopt(Scope scope, List<Member> members, @Nullable String schema);
}
