package io.weft.cli.demo;

import io.weft.node.PortCheck;
import io.weft.node.config.NodeConfig.Ports;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who listens where in a demo.
 *
 * @param offset the port offset of the first node
 * @param nodes how many
 * @param moved whether the usual ports were taken
 */
record DemoPlan(int offset, int nodes, boolean moved) {
  private static final String HOST = "127.0.0.1";
  private static final int BUS = 15_701;
  private static final int HAZELCAST = 5_701;
  private static final int ADMIN = 9_090;
  private static final List<String> LISTS =
      List.of("/META-INF/weft/demo", "/META-INF/weft/demo-load");

  /**
   * Finds ports.
   *
   * @param nodes how many nodes
   * @param wanted the offset of the first, null for 0 or the next that is free
   */
  static DemoPlan of(int nodes, @Nullable Integer wanted) {
    if (wanted != null) {
      for (int i = 0; i < nodes; i++) {
        PortCheck.check(ports(wanted + i));
      }
      return new DemoPlan(wanted, nodes, wanted != 0);
    }
    int free = PortCheck.freeOffset(ports(0), 0, nodes);
    return new DemoPlan(free, nodes, free != 0);
  }

  private static Ports ports(int offset) {
    return new Ports(HOST, offset, BUS + offset, HAZELCAST + offset, ADMIN + offset);
  }

  String name(int index) {
    return "demo-" + (index + 1);
  }

  int adminPort(int index) {
    return ADMIN + offset + index;
  }

  /** The command line of one node. A demo on other ports is a cluster of its own. */
  List<String> command(int index, int rate) {
    List<String> flags =
        List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // Three nodes that start at once on a small machine: the optimizing compiler would take
            // more time than it saves at a demo's rate.
            "-XX:TieredStopAtLevel=1",
            "-Dweft.demo.rate=" + Math.max(1, (rate + nodes - 1) / nodes));
    List<String> command = new ArrayList<>(JavaProcess.weft(flags));
    command.addAll(
        List.of(
            "run",
            "--end-with-stdin",
            "--name",
            name(index),
            "--port-offset",
            Integer.toString(offset + index),
            "--drain-grace",
            "2s"));
    if (moved) {
      String members =
          IntStream.range(0, nodes)
              .mapToObj(i -> HOST + ":" + (HAZELCAST + offset + i))
              .collect(Collectors.joining(","));
      command.addAll(List.of("--members", members, "--cluster-name", "weft-demo-" + offset));
    }
    for (String list : LISTS) {
      classes(list).forEach(name -> command.addAll(List.of("--service", name)));
    }
    return command;
  }

  /** What the examples say that a node of the demo runs: one class a line. */
  private static List<String> classes(String list) {
    try (InputStream in = DemoPlan.class.getResourceAsStream(list)) {
      if (in == null) {
        throw Refusal.failure(
            "no " + list + " in this jar; expected: a weft.jar that was built with its examples");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw Refusal.failure("cannot read " + list + ": " + e.getMessage());
    }
  }
}
