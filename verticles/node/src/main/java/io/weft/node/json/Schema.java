package io.weft.node.json;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;
import io.weft.node.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages and methods of one contract, built from its serialized {@code FileDescriptorSet}.
 */
public final class Schema {
  private static final List<FileDescriptor> WELL_KNOWN =
      List.of(
          WrappersProto.getDescriptor(),
          EmptyProto.getDescriptor(),
          StructProto.getDescriptor(),
          TimestampProto.getDescriptor(),
          DurationProto.getDescriptor());

  private final Map<String, FileDescriptor> files = new HashMap<>();

  private Schema() {
    WELL_KNOWN.forEach(file -> files.put(file.getName(), file));
  }

  /**
   * Builds the schema.
   *
   * @param descriptors a serialized {@code FileDescriptorSet}; Google's own types may be missing
   * @return the schema
   * @throws Refusal when the bytes are damaged or a file is missing
   */
  public static Schema of(byte[] descriptors) {
    Schema schema = new Schema();
    try {
      Map<String, FileDescriptorProto> protos = new HashMap<>();
      for (FileDescriptorProto file : FileDescriptorSet.parseFrom(descriptors).getFileList()) {
        protos.put(file.getName(), file);
      }
      for (String name : protos.keySet()) {
        schema.build(name, protos, new ArrayList<>());
      }
      return schema;
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw Refusal.failure("descriptors of the contract are damaged: " + e.getMessage());
    }
  }

  private FileDescriptor build(
      String name, Map<String, FileDescriptorProto> protos, List<String> path)
      throws DescriptorValidationException {
    FileDescriptor known = files.get(name);
    if (known != null) {
      return known;
    }
    FileDescriptorProto proto = protos.get(name);
    if (proto == null || path.contains(name)) {
      throw Refusal.failure(
          "descriptors of the contract are damaged: file "
              + name
              + (proto == null ? " is missing" : " imports itself"));
    }
    path.add(name);
    List<FileDescriptor> imports = new ArrayList<>();
    for (String dependency : proto.getDependencyList()) {
      imports.add(build(dependency, protos, path));
    }
    path.remove(path.size() - 1);
    FileDescriptor file = FileDescriptor.buildFrom(proto, imports.toArray(FileDescriptor[]::new));
    files.put(name, file);
    return file;
  }

  /**
   * A service.
   *
   * @param name its full name
   * @return its descriptor, or null when the schema does not have it
   */
  public @Nullable ServiceDescriptor service(String name) {
    for (FileDescriptor file : files.values()) {
      for (ServiceDescriptor candidate : file.getServices()) {
        if (candidate.getFullName().equals(name)) {
          return candidate;
        }
      }
    }
    return null;
  }

  /**
   * A message.
   *
   * @param name its full name
   * @return its descriptor, or null when the schema does not have it
   */
  public @Nullable Descriptor message(String name) {
    int dot = name.lastIndexOf('.');
    for (FileDescriptor file : files.values()) {
      for (Descriptor candidate : file.getMessageTypes()) {
        if (candidate.getFullName().equals(name)) {
          return candidate;
        }
      }
    }
    Descriptor outer = dot < 0 ? null : message(name.substring(0, dot));
    return outer == null ? null : outer.findNestedTypeByName(name.substring(dot + 1));
  }

  /**
   * One of Google's own messages that contracts use.
   *
   * @param name its full name
   * @return its descriptor, or null for other names
   */
  public static @Nullable Descriptor wellKnown(String name) {
    for (FileDescriptor file : WELL_KNOWN) {
      for (Descriptor candidate : file.getMessageTypes()) {
        if (candidate.getFullName().equals(name)) {
          return candidate;
        }
      }
    }
    return null;
  }

  /**
   * A method's name as in Java.
   *
   * @param name in Java or proto spelling
   * @return the name with a small first letter
   */
  public static String javaName(String name) {
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
