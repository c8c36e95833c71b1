package io.weft.node.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of a node. */
public enum Key {
  /** The node's name for people; ids are made by the cluster. Default: the host's name. */
  NAME("weft.name", "--name", ""),
  /** Where the node stands; callers prefer their own zone. */
  ZONE("weft.zone", "--zone", ""),
  /** {@code dev}: everything stays on loopback. */
  PROFILE("weft.profile", "--profile", "dev"),
  /** The address that event bus and Hazelcast listen on. */
  HOST("weft.host", "--host", "127.0.0.1"),
  /** Allows an address other than loopback without TLS. */
  INSECURE("weft.insecure", "--insecure", "false"),
  /** Added to every port: 1 for the second node of a machine. */
  PORT_OFFSET("weft.port.offset", "--port-offset", "0"),
  /** The event bus port before the offset. */
  BUS_PORT("weft.bus.port", "--bus-port", "15701"),
  /** The Hazelcast port before the offset. */
  HAZELCAST_PORT("weft.hazelcast.port", "--hazelcast-port", "5701"),
  /** The admin port before the offset. */
  ADMIN_PORT("weft.admin.port", "--admin-port", "9090"),
  /** Nodes of different clusters never meet. */
  CLUSTER_NAME("weft.cluster.name", "--cluster-name", "weft"),
  /** {@code host:port,…} of nodes to look for. Default: the ports of ten nodes on this host. */
  MEMBERS("weft.hazelcast.members", "--members", ""),
  /** The Hazelcast configuration. Default: {@code ./cluster.xml}, else the copy in the jar. */
  CLUSTER_XML("weft.cluster.xml", "--cluster-xml", ""),
  /** How long calls in flight may take to end when the node drains. */
  DRAIN_GRACE("weft.drain.grace", "--drain-grace", "10s"),
  /** The {@code iss} that tokens must have. Default: tokens are not checked. */
  JWT_ISSUER("weft.jwt.issuer", "--jwt-issuer", ""),
  /** What must be among the {@code aud} of a token. */
  JWT_AUDIENCE("weft.jwt.audience", "--jwt-audience", ""),
  /** A file with the issuer's public keys: a JWK set or PEM. */
  JWT_KEYS("weft.jwt.keys", "--jwt-keys", ""),
  /** The {@code alg} values that are accepted. */
  JWT_ALGORITHMS("weft.jwt.algorithms", "--jwt-algorithms", "RS256,ES256"),
  /** How far the clocks of issuer and node may differ. */
  JWT_LEEWAY("weft.jwt.leeway", "--jwt-leeway", "30s"),
  /** The claim with the roles; dots go down into objects. */
  JWT_ROLES("weft.jwt.roles", "--jwt-roles", "roles"),
  /** The claim that names the caller. */
  JWT_SUBJECT("weft.jwt.subject", "--jwt-subject", "sub"),
  /** Whether calls are measured, for {@code /metrics}, {@code top}, {@code tap} and edges. */
  METRICS("weft.metrics", "--metrics", "true"),
  /** The share of calls outside any trace that may begin one, 0 to 1; the rest asks no sampler. */
  TRACES_SHARE("weft.traces.share", "--traces-share", "1"),
  /** How log lines look: {@code text} or {@code json}. */
  LOG_FORMAT("weft.log.format", "--log-format", "text");

  private final String property;
  private final String flag;
  private final String standard;

  Key(String property, String flag, String standard) {
    this.property = property;
    this.flag = flag;
    this.standard = standard;
  }

  /**
   * The name as a system property.
   *
   * @return {@code weft.port.offset}
   */
  public String property() {
    return property;
  }

  /**
   * The name as an environment variable.
   *
   * @return {@code WEFT_PORT_OFFSET}
   */
  public String variable() {
    return variable(property);
  }

  /**
   * The name as an option.
   *
   * @return {@code --port-offset}
   */
  public String flag() {
    return flag;
  }

  /**
   * The default.
   *
   * @return the value as text, empty for one that depends on others
   */
  public String standard() {
    return standard;
  }

  /**
   * The environment variable of any property.
   *
   * @param property a name in lower case with dots
   * @return the name in upper case with underscores
   */
  static String variable(String property) {
    return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  static Optional<Key> ofProperty(String property) {
    return Arrays.stream(values()).filter(key -> key.property.equals(property)).findFirst();
  }

  static List<String> properties() {
    return Arrays.stream(values()).map(Key::property).toList();
  }

  static List<String> variables() {
    return Arrays.stream(values()).map(Key::variable).toList();
  }
}
