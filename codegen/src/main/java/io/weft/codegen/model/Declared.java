package io.weft.codegen.model;

import java.util.List;

/** A type that has a definition of its own in {@code .proto} and a codec. */
public sealed interface Declared {
  /**
   * The names.
   *
   * @return names
   */
  Identity identity();

  /**
   * What was removed and must not come back.
   *
   * @return numbers and names
   */
  List<Reserved> reserved();

  /**
   * The names of a declared type.
   *
   * @param java the binary name of the Java type
   * @param proto the full protobuf name
   * @param file the name of its {@code .proto} file
   * @param codec the binary name of its codec
   * @param generate whether the codec belongs to this compilation
   */
  record Identity(String java, String proto, String file, String codec, boolean generate) {}

  /**
   * A removed member.
   *
   * @param number its number
   * @param name its name in {@code .proto}
   */
  record Reserved(int number, String name) {}

  /** Where a message comes from. */
  enum Form {
    /** A record of the user. */
    RECORD,
    /** A generated class that holds the parameters of a method. */
    CARRIER,
    /** A generated message around a reply or stream item; it exists on the wire only. */
    WRAPPER
  }

  /**
   * A message with fields.
   *
   * @param identity its names; for a wrapper the Java name is that of no class
   * @param form where it comes from
   * @param fields in the order of declaration
   * @param reserved removed fields
   */
  record Message(Identity identity, Form form, List<Field> fields, List<Reserved> reserved)
      implements Declared {}

  /**
   * A sealed interface: a message with {@code oneof kind}.
   *
   * @param identity its names
   * @param cases the permitted types, each as a nullable field
   * @param reserved removed cases
   */
  record Union(Identity identity, List<Field> cases, List<Reserved> reserved) implements Declared {}

  /**
   * An enum.
   *
   * @param identity its names
   * @param constants in the order of declaration
   * @param reserved removed constants
   */
  record Enumeration(Identity identity, List<Constant> constants, List<Reserved> reserved)
      implements Declared {}

  /**
   * A constant of an enum.
   *
   * @param name the Java name
   * @param number its number
   */
  record Constant(String name, int number) {}
}
