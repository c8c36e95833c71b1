package io.weft.codegen;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Message descriptors of generated descriptor sets, linked by Google's own library. */
final class Descriptors {
  private static final List<FileDescriptor> GOOGLE =
      List.of(
          WrappersProto.getDescriptor(),
          TimestampProto.getDescriptor(),
          DurationProto.getDescriptor(),
          StructProto.getDescriptor(),
          EmptyProto.getDescriptor());

  private Descriptors() {}

  /** All messages of a descriptor set and Google's, by full name. */
  static Map<String, Descriptor> of(byte[] set) throws IOException {
    Map<String, FileDescriptor> files = new TreeMap<>();
    GOOGLE.forEach(f -> files.put(f.getFullName(), f));
    for (FileDescriptorProto file : FileDescriptorSet.parseFrom(set).getFileList()) {
      FileDescriptor[] imports =
          file.getDependencyList().stream().map(files::get).toArray(FileDescriptor[]::new);
      try {
        files.put(file.getName(), FileDescriptor.buildFrom(file, imports));
      } catch (DescriptorValidationException e) {
        throw new IOException(e);
      }
    }
    Map<String, Descriptor> messages = new TreeMap<>();
    for (FileDescriptor file : files.values()) {
      file.getMessageTypes().forEach(m -> messages.put(m.getFullName(), m));
    }
    return messages;
  }

  /** A folder with Google's {@code .proto} files, taken out of protobuf-java. */
  static Path googleProtos() throws IOException {
    Path folder = Files.createTempDirectory("weft-google");
    for (FileDescriptor file : GOOGLE) {
      Path target = folder.resolve(file.getFullName());
      Files.createDirectories(target.getParent());
      try (InputStream in =
          Descriptors.class.getClassLoader().getResourceAsStream(file.getFullName())) {
        Files.copy(in, target);
      }
    }
    return folder;
  }
}
