package io.weft.cli;

import io.weft.node.PortCheck;
import io.weft.node.config.Key;
import io.weft.node.config.NodeConfig.Ports;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of a node as options; what is not given comes from elsewhere. */
final class NodeOptions {
  private static final int FAR = 30_000;

  private final Map<Key, String> given = new EnumMap<>(Key.class);

  /** What the command line says. */
  Map<Key, String> given() {
    return given;
  }

  /** A node that meets nobody, on ports that nobody uses. */
  void aside() {
    Ports usual = new Ports("127.0.0.1", 0, 15_701, 5_701, 9_090);
    int offset = PortCheck.freeOffset(usual, FAR, 1);
    set(Key.PORT_OFFSET, Integer.toString(offset));
    set(Key.MEMBERS, "127.0.0.1:" + (usual.hazelcast() + offset));
    set(Key.CLUSTER_NAME, "aside-" + ProcessHandle.current().pid());
    set(Key.DRAIN_GRACE, "1ms");
  }

  private void set(Key key, @Nullable String value) {
    if (value != null) {
      given.put(key, value);
    }
  }

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The node's name (default: host name and offset).")
  void name(@Nullable String value) {
    set(Key.NAME, value);
  }

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Callers prefer nodes of their own zone.")
  void zone(@Nullable String value) {
    set(Key.ZONE, value);
  }

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "Added to every port: 1 for the second node of a machine (default: 0).")
  void portOffset(@Nullable String value) {
    set(Key.PORT_OFFSET, value);
  }

  @Option(names = "--bus-port", paramLabel = "PORT", description = "Event bus (default: 15701).")
  void busPort(@Nullable String value) {
    set(Key.BUS_PORT, value);
  }

  @Option(
      names = "--hazelcast-port",
      paramLabel = "PORT",
      description = "Hazelcast (default: 5701).")
  void hazelcastPort(@Nullable String value) {
    set(Key.HAZELCAST_PORT, value);
  }

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description = "Admin API, on loopback (default: 9090).")
  void adminPort(@Nullable String value) {
    set(Key.ADMIN_PORT, value);
  }

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Where bus and Hazelcast listen (default: 127.0.0.1).")
  void host(@Nullable String value) {
    set(Key.HOST, value);
  }

  @Option(names = "--insecure", description = "Allow an address other than loopback without TLS.")
  void insecure(boolean value) {
    set(Key.INSECURE, Boolean.toString(value));
  }

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "dev: everything stays on loopback (default).")
  void profile(@Nullable String value) {
    set(Key.PROFILE, value);
  }

  @Option(
      names = "--cluster-name",
      paramLabel = "NAME",
      description = "Nodes of different clusters never meet (default: weft).")
  void clusterName(@Nullable String value) {
    set(Key.CLUSTER_NAME, value);
  }

  @Option(
      names = "--members",
      paramLabel = "HOST:PORT,…",
      description = "Hazelcast addresses to look for (default: ten ports of this host).")
  void members(@Nullable String value) {
    set(Key.MEMBERS, value);
  }

  @Option(
      names = "--cluster-xml",
      paramLabel = "FILE",
      description =
          "The Hazelcast configuration (default: cluster.xml in this folder, else in the jar).")
  void clusterXml(@Nullable String value) {
    set(Key.CLUSTER_XML, value);
  }

  @Option(
      names = "--drain-grace",
      paramLabel = "TIME",
      description = "How long calls in flight may take when the node goes (default: 10s).")
  void drainGrace(@Nullable String value) {
    set(Key.DRAIN_GRACE, value);
  }

  @Option(
      names = "--jwt-issuer",
      paramLabel = "ISSUER",
      description = "The iss of tokens; with it tokens are checked (default: none are).")
  void jwtIssuer(@Nullable String value) {
    set(Key.JWT_ISSUER, value);
  }

  @Option(
      names = "--jwt-audience",
      paramLabel = "AUDIENCE",
      description = "What the tokens name as aud.")
  void jwtAudience(@Nullable String value) {
    set(Key.JWT_AUDIENCE, value);
  }

  @Option(
      names = "--jwt-keys",
      paramLabel = "FILE",
      description = "The issuer's public keys: a JWK set or PEM.")
  void jwtKeys(@Nullable String value) {
    set(Key.JWT_KEYS, value);
  }

  @Option(
      names = "--jwt-algorithms",
      paramLabel = "ALG,…",
      description = "Accepted signatures (default: RS256,ES256).")
  void jwtAlgorithms(@Nullable String value) {
    set(Key.JWT_ALGORITHMS, value);
  }

  @Option(
      names = "--jwt-leeway",
      paramLabel = "TIME",
      description = "How far clocks may differ (default: 30s).")
  void jwtLeeway(@Nullable String value) {
    set(Key.JWT_LEEWAY, value);
  }

  @Option(
      names = "--jwt-roles",
      paramLabel = "CLAIM",
      description = "Where roles are, as realm_access.roles (default: roles).")
  void jwtRoles(@Nullable String value) {
    set(Key.JWT_ROLES, value);
  }

  @Option(
      names = "--jwt-subject",
      paramLabel = "CLAIM",
      description = "What names the caller (default: sub).")
  void jwtSubject(@Nullable String value) {
    set(Key.JWT_SUBJECT, value);
  }

  @Option(
      names = "--metrics",
      paramLabel = "true|false",
      description = "Measure calls, for /metrics, top, tap and edges (default: true).")
  void metrics(@Nullable String value) {
    set(Key.METRICS, value);
  }

  @Option(
      names = "--traces-share",
      paramLabel = "0..1",
      description = "The share of calls that may begin a trace (default: 1).")
  void tracesShare(@Nullable String value) {
    set(Key.TRACES_SHARE, value);
  }

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "How log lines look (default: text).")
  void logFormat(@Nullable String value) {
    set(Key.LOG_FORMAT, value);
  }
}
