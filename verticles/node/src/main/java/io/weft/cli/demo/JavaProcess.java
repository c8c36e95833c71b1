package io.weft.cli.demo;

import io.weft.node.refusal.Refusal;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another Java process like this one. */
public final class JavaProcess {
  private JavaProcess() {}

  /**
   * The Java command of this process, with the flags that keep newer JDKs quiet and the class
   * archive.
   *
   * @return program and flags
   */
  public static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (flag.startsWith("--enable-native-access")
          || flag.startsWith("--sun-misc-unsafe-memory-access")
          || flag.startsWith("--add-")
          || flag.startsWith("-XX:SharedArchiveFile=")
          || flag.startsWith("-Xshare")
          || flag.startsWith("-Xlog:cds")) {
        command.add(flag);
      }
    }
    return command;
  }

  /**
   * The command that runs Weft itself.
   *
   * @param flags for the JVM
   * @return program, flags, and the jar or class path
   */
  static List<String> weft(List<String> flags) {
    List<String> command = command();
    command.addAll(flags);
    Path own = codePlace();
    if (Files.isRegularFile(own)) {
      command.addAll(List.of("-jar", own.toString()));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.weft.cli.Weft"));
    }
    return command;
  }

  /**
   * Where this code was loaded from.
   *
   * @return {@code weft.jar}, or a folder of classes
   */
  public static Path codePlace() {
    try {
      return Path.of(JavaProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw Refusal.failure("cannot tell where weft.jar is: " + e.getMessage());
    }
  }
}
