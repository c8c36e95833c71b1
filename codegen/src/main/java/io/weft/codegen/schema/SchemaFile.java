package io.weft.codegen.schema;

import io.weft.codegen.model.Declared;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .proto} file.
 *
 * @param name its name, which is also the path others import it by
 * @param service its service, if it has one
 * @param types its messages and enums, sorted by name
 * @param imports names of other files, sorted
 */
record SchemaFile(
    String name, @Nullable Service service, List<Declared> types, List<String> imports) {
  static final String SUFFIX = ".proto";

  /** The protobuf package. */
  String owner() {
    return Names.qualifier(name.substring(0, name.length() - SUFFIX.length()));
  }

  /** Where protoc puts its Java classes: never into the package of the contract's own. */
  String javaPackage() {
    return Names.join(owner(), "proto");
  }

  /** The Java type that the file was made for. */
  String origin() {
    return service != null ? service.java() : types.get(0).identity().java();
  }
}
