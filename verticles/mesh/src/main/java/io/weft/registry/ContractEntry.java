package io.weft.registry;

import io.vertx.core.buffer.Buffer;
import io.weft.call.Contract;
import io.weft.call.Spec;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A contract as its servers publish it in the cluster map {@code weft.contracts}, so that entries
 * of nodes stay small; or a type of events, so that nodes without its Java class can read them.
 *
 * @param service the full service name; of events the full protobuf name of their type
 * @param version the contract's major version; of events 1
 * @param signature lines {@code key=value}, see {@link Contract#signature}; at most 100,000; of
 *     events the one line {@code descriptor=<SHA-256>}
 * @param methods what callers without the contract need to know
 * @param descriptors the serialized {@code FileDescriptorSet}; not to be changed
 */
public record ContractEntry(
    String service, int version, List<String> signature, List<Method> methods, Buffer descriptors) {
  /**
   * A method.
   *
   * @param number its number, as on the wire
   * @param name its Java name
   * @param shape how messages flow
   * @param semantics the promise on executions
   * @param deadlineMillis the contract's deadline, 0 for none
   */
  public record Method(
      int number, String name, Shape shape, Semantics semantics, long deadlineMillis) {
    static Method of(Spec spec) {
      return new Method(
          spec.name().number(),
          spec.name().method(),
          spec.shape(),
          spec.semantics(),
          spec.timing().deadlineMillis());
    }
  }

  private static final int MAX_LINES = 100_000;
  private static final int FINGERPRINT_BYTES = 16;
  private static final String EVENT = "event";
  private static final String DESCRIPTOR = "descriptor=";

  /** Checks the values. */
  public ContractEntry {
    if (signature.size() > MAX_LINES) {
      throw new IllegalArgumentException(
          "signature of %s: %d lines (expected: at most %d)"
              .formatted(service, signature.size(), MAX_LINES));
    }
    signature = List.copyOf(signature);
    methods = List.copyOf(methods);
  }

  /**
   * The entry of a generated contract.
   *
   * @param contract the contract
   * @return the entry
   */
  public static ContractEntry of(Contract<?> contract) {
    return new ContractEntry(
        contract.service(),
        contract.version(),
        contract.signature(),
        contract.methods().stream().map(Method::of).toList(),
        Buffer.buffer(contract.descriptors()));
  }

  /**
   * The entry of a type of events.
   *
   * @param type its full protobuf name
   * @param descriptors the serialized {@code FileDescriptorSet} with it
   * @return the entry
   */
  public static ContractEntry event(String type, byte[] descriptors) {
    String hash = HexFormat.of().formatHex(sha256().digest(descriptors));
    return new ContractEntry(
        type, 1, List.of(DESCRIPTOR + hash), List.of(), Buffer.buffer(descriptors));
  }

  /** Whether this is a type of events: the signatures of services have other keys. */
  boolean isEvent() {
    return signature.size() == 1 && signature.get(0).startsWith(DESCRIPTOR);
  }

  /**
   * What tells this contract from others: equal fingerprints mean equal signatures.
   *
   * @return 32 hexadecimal digits of a SHA-256 over the signature
   */
  public String fingerprint() {
    return fingerprint(signature);
  }

  /**
   * The fingerprint of a generated contract.
   *
   * @param contract the contract
   * @return 32 hexadecimal digits
   */
  public static String fingerprint(Contract<?> contract) {
    return fingerprint(contract.signature());
  }

  /** The key in the map. Events do not tell their fingerprint, so their type has one entry. */
  String key() {
    return isEvent() ? eventKey(service) : key(service, fingerprint());
  }

  static String key(String service, String fingerprint) {
    return service + "@" + fingerprint;
  }

  static String eventKey(String type) {
    return key(type, EVENT);
  }

  private static String fingerprint(List<String> signature) {
    MessageDigest sha = sha256();
    for (String line : signature) {
      sha.update(line.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) '\n');
    }
    return HexFormat.of().formatHex(sha.digest(), 0, FINGERPRINT_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing (expected: part of every JDK)", e);
    }
  }
}
