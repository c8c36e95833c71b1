package io.weft.node;

import io.weft.node.config.Key;
import io.weft.node.config.NodeConfig.Ports;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether a node's ports are free before anything starts, so that one line tells it all. */
public final class PortCheck {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int TRIES = 200;

  private PortCheck() {}

  /**
   * Refuses ports that are in use.
   *
   * @param ports what the node wants
   * @throws Refusal naming the ports, the likely cause, and an offset that works
   */
  public static void check(Ports ports) {
    List<String> taken = new ArrayList<>();
    named(ports, 0)
        .forEach(
            (name, port) -> {
              if (!free(host(ports, name), port)) {
                taken.add(port + " (" + name + ")");
              }
            });
    if (!taken.isEmpty()) {
      throw Refusal.failure(
          "port "
              + String.join(", ", taken)
              + " on "
              + ports.host()
              + " is in use, probably by another node on this machine; start this one with "
              + Key.PORT_OFFSET.flag()
              + " "
              + nextOffset(ports, ports.offset() + 1));
    }
  }

  /**
   * The first offset from which on several nodes find all their ports free.
   *
   * @param ports ports at some offset
   * @param first the smallest offset wanted
   * @param nodes how many nodes, at consecutive offsets
   * @return the offset
   */
  public static int freeOffset(Ports ports, int first, int nodes) {
    for (int offset = first; offset < first + TRIES; offset++) {
      int found = 0;
      while (found < nodes && free(ports, offset + found)) {
        found++;
      }
      if (found == nodes) {
        return offset;
      }
      offset += found;
    }
    throw Refusal.failure(
        "no free ports for "
            + nodes
            + " nodes on "
            + ports.host()
            + " with offsets "
            + first
            + " to "
            + (first + TRIES)
            + "; choose another start with "
            + Key.PORT_OFFSET.flag());
  }

  private static int nextOffset(Ports ports, int first) {
    return freeOffset(ports, first, 1);
  }

  private static boolean free(Ports ports, int offset) {
    return named(ports, offset - ports.offset()).entrySet().stream()
        .allMatch(port -> free(host(ports, port.getKey()), port.getValue()));
  }

  private static Map<String, Integer> named(Ports ports, int more) {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("event bus", ports.bus() + more);
    named.put("Hazelcast", ports.hazelcast() + more);
    named.put("admin", ports.admin() + more);
    return named;
  }

  private static String host(Ports ports, String name) {
    return name.equals("admin") ? LOOPBACK : ports.host();
  }

  private static boolean free(String host, int port) {
    if (port > 65_535) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
