package io.weft.node.config;

import com.hazelcast.config.Config;
import io.weft.identity.JwtOptions;
import io.weft.node.refusal.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a node, complete and checked.
 *
 * @param identity who it is
 * @param ports where it listens
 * @param cluster whom it joins
 * @param drainGrace how long calls in flight may take to end when it drains
 * @param jwt which tokens it takes, null for none
 * @param observed what it shows of itself
 * @param notes what the operator should know, a line each
 */
public record NodeConfig(
    Identity identity,
    Ports ports,
    Cluster cluster,
    Duration drainGrace,
    @Nullable JwtOptions jwt,
    Observed observed,
    List<String> notes) {
  /** The names that every {@code cluster.xml} may use. */
  static final List<String> PLACEHOLDERS =
      List.of(
          Key.CLUSTER_NAME.property(),
          "weft.hazelcast.host",
          Key.HAZELCAST_PORT.property(),
          Key.MEMBERS.property(),
          Key.NAME.property(),
          Key.ZONE.property());

  private static final int BLOCK = 10;

  /**
   * Who a node is.
   *
   * @param name for people
   * @param zone callers prefer their own; empty for none
   */
  public record Identity(String name, String zone) {}

  /**
   * Where a node listens; offset included.
   *
   * @param host the address of event bus and Hazelcast
   * @param offset what was added to each port
   * @param bus the event bus
   * @param hazelcast Hazelcast
   * @param admin the admin API, always on loopback
   */
  public record Ports(String host, int offset, int bus, int hazelcast, int admin) {}

  /**
   * What a node shows of itself.
   *
   * @param metrics whether calls are measured
   * @param tracesShare the share of calls outside any trace that may begin one
   * @param jsonLogs whether log lines are JSON
   */
  public record Observed(boolean metrics, double tracesShare, boolean jsonLogs) {}

  /**
   * Whom a node joins.
   *
   * @param name nodes of different clusters never meet
   * @param members {@code host:port} of nodes to look for
   * @param hazelcast the configuration of Hazelcast
   */
  public record Cluster(String name, List<String> members, Config hazelcast) {}

  /**
   * Makes the configuration.
   *
   * @param settings where values come from
   * @param folder where files are looked for, usually the working directory
   * @return the configuration
   * @throws Refusal when a value is wrong
   */
  public static NodeConfig of(Settings settings, Path folder) {
    ClusterXml xml = ClusterXml.find(settings.get(Key.CLUSTER_XML).text(), folder);
    List<String> settable =
        xml.names().stream().filter(name -> !name.equals("weft.hazelcast.host")).toList();
    settings.refuseUnknown(settable);
    List<String> notes = new ArrayList<>(settings.unknownVariables(settable));

    Settings.Value profile = settings.get(Key.PROFILE);
    if (!profile.text().equals("dev")) {
      throw Settings.wrong(Key.PROFILE, profile, "dev");
    }
    Ports ports = ports(settings);
    checkHost(settings, ports.host(), notes);
    Identity identity = new Identity(name(settings, ports), settings.get(Key.ZONE).text());
    List<String> members = members(settings, ports, notes);
    String clusterName = settings.get(Key.CLUSTER_NAME).text();

    Map<String, String> own = new LinkedHashMap<>();
    own.put(Key.CLUSTER_NAME.property(), clusterName);
    own.put("weft.hazelcast.host", ports.host());
    own.put(Key.HAZELCAST_PORT.property(), Integer.toString(ports.hazelcast()));
    own.put(Key.MEMBERS.property(), String.join(",", members));
    own.put(Key.NAME.property(), identity.name());
    own.put(Key.ZONE.property(), identity.zone());
    Config hazelcast =
        xml.resolve(
            name -> {
              Settings.Value outside = own.containsKey(name) ? null : settings.lookUp(name);
              return outside == null ? own.get(name) : outside.text();
            });
    return new NodeConfig(
        identity,
        ports,
        new Cluster(clusterName, members, hazelcast),
        settings.duration(Key.DRAIN_GRACE),
        JwtSettings.of(settings, folder),
        new Observed(settings.flag(Key.METRICS), tracesShare(settings), jsonLogs(settings)),
        notes);
  }

  private static double tracesShare(Settings settings) {
    Settings.Value share = settings.get(Key.TRACES_SHARE);
    try {
      double value = Double.parseDouble(share.text().trim());
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with everything else that is no share.
    }
    throw Settings.wrong(Key.TRACES_SHARE, share, "a number from 0 to 1, like 0.01");
  }

  private static boolean jsonLogs(Settings settings) {
    Settings.Value format = settings.get(Key.LOG_FORMAT);
    return switch (format.text()) {
      case "json" -> true;
      case "text" -> false;
      default -> throw Settings.wrong(Key.LOG_FORMAT, format, "text or json");
    };
  }

  private static Ports ports(Settings settings) {
    int offset = settings.number(Key.PORT_OFFSET, 0, 50_000);
    return new Ports(
        settings.get(Key.HOST).text(),
        offset,
        port(settings, Key.BUS_PORT, offset),
        port(settings, Key.HAZELCAST_PORT, offset),
        port(settings, Key.ADMIN_PORT, offset));
  }

  private static int port(Settings settings, Key key, int offset) {
    int port = settings.number(key, 1, 65_535) + offset;
    if (port > 65_535) {
      throw Refusal.usage(
          key.property()
              + " "
              + (port - offset)
              + " + offset "
              + offset
              + " is "
              + port
              + "; expected: at most 65535");
    }
    return port;
  }

  private static void checkHost(Settings settings, String host, List<String> notes) {
    boolean loopback;
    try {
      loopback = InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw Settings.wrong(Key.HOST, settings.get(Key.HOST), "an address of this machine");
    }
    if (loopback) {
      return;
    }
    if (!settings.flag(Key.INSECURE)) {
      throw Refusal.usage(
          Key.HOST.property()
              + ": "
              + host
              + " can be reached from other machines, and nothing is encrypted;"
              + " keep 127.0.0.1, or add "
              + Key.INSECURE.flag()
              + " on a network that you trust");
    }
    notes.add(
        "INSECURE: event bus and Hazelcast listen on "
            + host
            + " without TLS; whoever reaches them"
            + " controls this mesh");
  }

  private static String name(Settings settings, Ports ports) {
    String given = settings.get(Key.NAME).text();
    if (!given.isEmpty()) {
      return given;
    }
    return host(settings) + "-" + ports.offset();
  }

  /** Shells know HOSTNAME but seldom tell their children; then the system is asked. */
  private static String host(Settings settings) {
    Settings.Value host = settings.lookUp("HOSTNAME");
    if (host != null && !host.text().isEmpty()) {
      return host.text();
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  /** The given members; else ten ports from the first one and the ten around our own. */
  private static List<String> members(Settings settings, Ports ports, List<String> notes) {
    Settings.Value value = settings.get(Key.MEMBERS);
    String given = value.text();
    if (!given.isEmpty()) {
      List<String> members = List.of(given.trim().split("\\s*,\\s*"));
      members.stream().filter(member -> !known(member)).forEach(m -> notes.add(unknown(m, value)));
      return members;
    }
    int first = ports.hazelcast() - ports.offset();
    int own = first + ports.offset() / BLOCK * BLOCK;
    Set<String> members = new LinkedHashSet<>();
    for (int start : List.of(first, own)) {
      for (int port = start; port < start + BLOCK && port <= 65_535; port++) {
        members.add(ports.host() + ":" + port);
      }
    }
    return List.copyOf(members);
  }

  /** Whether a member can be looked for now. Addresses, also with ranges, need no look-up. */
  private static boolean known(String member) {
    int colon = member.indexOf(':');
    String host = colon < 0 ? member : member.substring(0, colon);
    if (colon != member.lastIndexOf(':') || host.matches("[\\d.*-]*")) {
      return true;
    }
    try {
      InetAddress.getByName(host);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Not refused: the first node of a new cluster may start before its name is in the DNS. */
  private static String unknown(String member, Settings.Value value) {
    return "cannot find member \""
        + member
        + "\" ("
        + value.source()
        + "): no host of that name; this node starts without it, a cluster of its own unless"
        + " others find it. Expected: host:port,… of Hazelcast on other nodes, for example"
        + " 127.0.0.1:5701";
  }
}
