package io.weft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** protoc reads every {@code .proto}, and sees in it what our descriptor sets say. */
class ProtocTest {
  static List<String> cases() {
    return Golden.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void protoc_readsAll_andAgreesWithDescriptors(String name, @TempDir Path folder)
      throws Exception {
    Golden golden = Golden.of(name);
    Map<String, FileDescriptorProto> theirs = protoc(golden, folder);
    assertThat(golden.schemas(".desc")).isNotEmpty();
    for (Path set : golden.schemas(".desc")) {
      for (FileDescriptorProto ours : read(set).getFileList()) {
        assertThat(ours).as(ours.getName()).isEqualTo(theirs.get(ours.getName()));
      }
    }
  }

  @Test
  void descriptorsOfEvents_holdTheirFileAndItsImports() throws IOException {
    Golden golden = Golden.of("events");
    assertThat(golden.schemas(".desc"))
        .extracting(set -> set.getFileName().toString())
        .containsExactly(
            "acme.Store.desc",
            "acme.Store_Sold.desc",
            "golden.events.Order.desc",
            "golden.events.Price.desc",
            "golden.events.Shifts_Began.desc",
            "golden.events.Tree.desc");
    assertThat(read(golden.schemas().resolve("golden.events.Price.desc")).getFileList())
        .extracting(FileDescriptorProto::getName)
        .containsExactly(
            "golden.events.Currency.proto",
            "golden.events.Amount.proto",
            "golden.events.Price.proto");
    assertThat(Files.readAllBytes(golden.schemas().resolve("acme.Store_Sold.desc")))
        .isEqualTo(Files.readAllBytes(golden.schemas().resolve("acme.Store.desc")));
  }

  private static Map<String, FileDescriptorProto> protoc(Golden golden, Path folder)
      throws IOException, InterruptedException {
    Path google = Descriptors.googleProtos();
    Path out = folder.resolve("all.desc");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("weft.protoc"),
                "--proto_path=" + golden.schemas(),
                "--proto_path=" + google,
                "--descriptor_set_out=" + out));
    golden.schemas(".proto").forEach(p -> command.add(p.getFileName().toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    // Typed errors are imported for those who decode failures, though no field has their type.
    assertThat(output.lines().filter(l -> !l.endsWith("is unused."))).isEmpty();
    Map<String, FileDescriptorProto> files = new TreeMap<>();
    read(out).getFileList().forEach(f -> files.put(f.getName(), f));
    return files;
  }

  private static FileDescriptorSet read(Path file) throws IOException {
    return FileDescriptorSet.parseFrom(Files.readAllBytes(file));
  }
}
