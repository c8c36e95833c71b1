package io.weft.node.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names and types as a Java developer spells them. */
final class Spelling {
  private static final String GOOGLE = "google.protobuf.";

  private Spelling() {}

  /** {@code HIGH} for the proto constant {@code PRIORITY_HIGH}. */
  static String constant(EnumValueDescriptor value) {
    String prefix = upperSnake(value.getType().getName()) + "_";
    String name = value.getName();
    return name.startsWith(prefix) && name.length() > prefix.length()
        ? name.substring(prefix.length())
        : name;
  }

  /** The constant with a name in either spelling. */
  static @Nullable EnumValueDescriptor constant(EnumDescriptor type, String name) {
    for (EnumValueDescriptor value : type.getValues()) {
      if (value.getName().equals(name) || constant(value).equals(name)) {
        return value;
      }
    }
    return null;
  }

  static List<String> constants(EnumDescriptor type) {
    return type.getValues().stream().map(Spelling::constant).toList();
  }

  /** The field with a name in Java or proto spelling. */
  static @Nullable FieldDescriptor field(Descriptor type, String name) {
    for (FieldDescriptor field : type.getFields()) {
      if (field.getJsonName().equals(name) || field.getName().equals(name)) {
        return field;
      }
    }
    return null;
  }

  static List<String> fields(Descriptor type) {
    return type.getFields().stream().map(FieldDescriptor::getJsonName).toList();
  }

  /** What a field takes, for people. */
  static String type(FieldDescriptor field) {
    if (field.isMapField()) {
      List<FieldDescriptor> entry = field.getMessageType().getFields();
      return "map<" + single(entry.get(0)) + ", " + single(entry.get(1)) + ">";
    }
    return field.isRepeated() ? "list of " + single(field) : single(field);
  }

  static String single(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case INT -> "int";
      case LONG -> "long";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case STRING -> "string";
      case BYTE_STRING -> "bytes in base64";
      case ENUM -> "one of " + String.join(", ", constants(field.getEnumType()));
      case MESSAGE -> type(field.getMessageType());
    };
  }

  /** What a message is, for people. */
  static String type(Descriptor message) {
    String name = message.getFullName();
    if (!name.startsWith(GOOGLE)) {
      return message.getName();
    }
    return switch (name.substring(GOOGLE.length())) {
      case "Timestamp" -> "time like 2026-01-31T12:00:00Z";
      case "Duration" -> "duration like 1.5s or PT1.5S";
      case "Struct" -> "object";
      case "ListValue" -> "list";
      case "Value" -> "any value";
      case "Empty" -> "nothing";
      default -> wrapped(message) ? single(message.getFields().get(0)) : message.getName();
    };
  }

  /** Whether JSON shows the only field of a message in its place. */
  static boolean wrapped(Descriptor message) {
    return message.getFile().getName().equals("google/protobuf/wrappers.proto");
  }

  static String upperSnake(String camel) {
    return camel
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }
}
