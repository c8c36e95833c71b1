package io.weft.call;

import io.weft.contract.Code;
import io.weft.contract.Priority;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside the request, with this call and all calls below it: baggage, principal,
 * priority, trace context, and whether the call explains itself. Immutable; most calls share {@link
 * #EMPTY}.
 */
public final class Metadata {
  /** Nothing. */
  public static final Metadata EMPTY = new Metadata(Map.of(), Map.of(), null);

  /** The W3C trace context: {@code 00-<trace id>-<span id>-<flags>}. */
  public static final String TRACEPARENT = "traceparent";

  /** The vendors' part of the W3C trace context. */
  public static final String TRACESTATE = "tracestate";

  /** Keys that start so are the mesh's own: nobody outside may set them. */
  public static final String RESERVED = "weft-";

  private static final String PRINCIPAL = RESERVED + "principal";
  private static final String PRIORITY = RESERVED + "priority";
  private static final String EXPLAIN = RESERVED + "explain";

  private final Map<String, String> baggage;
  private final Map<String, String> own;
  private final @Nullable Trail trail;
  private @Nullable Principal principal;

  private Metadata(Map<String, String> baggage, Map<String, String> own, @Nullable Trail trail) {
    this.baggage = baggage;
    this.own = own;
    this.trail = trail;
  }

  /**
   * What came over the wire.
   *
   * @param pairs as {@link #pairs} gave them
   * @return the metadata; unknown reserved keys are dropped
   */
  public static Metadata of(Map<String, String> pairs) {
    if (pairs.isEmpty()) {
      return EMPTY;
    }
    Map<String, String> baggage = new HashMap<>();
    Map<String, String> own = new HashMap<>();
    pairs.forEach((key, value) -> (reserved(key) ? own : baggage).put(key, value));
    Trail trail = own.remove(EXPLAIN) == null ? null : new Trail();
    return new Metadata(Map.copyOf(baggage), Map.copyOf(own), trail);
  }

  /**
   * Whether a key is the mesh's own; bridges drop such keys of their clients.
   *
   * @param key a key
   * @return true for {@code weft-…}, {@code traceparent} and {@code tracestate}
   */
  public static boolean reserved(String key) {
    return key.startsWith(RESERVED) || key.equals(TRACEPARENT) || key.equals(TRACESTATE);
  }

  /**
   * Everything, for the wire.
   *
   * @return an unmodifiable map
   */
  public Map<String, String> pairs() {
    if (own.isEmpty() && trail == null) {
      return baggage;
    }
    Map<String, String> pairs = new HashMap<>(baggage);
    pairs.putAll(own);
    if (trail != null) {
      pairs.put(EXPLAIN, "1");
    }
    return Map.copyOf(pairs);
  }

  /**
   * The user's pairs.
   *
   * @return an unmodifiable map
   */
  public Map<String, String> baggage() {
    return baggage;
  }

  /**
   * Who makes the call.
   *
   * @return null for nobody known
   * @throws CallFailure UNAUTHENTICATED when what came over the wire is none
   */
  public @Nullable Principal principal() {
    String text = own.get(PRINCIPAL);
    if (text == null || principal != null) {
      return principal;
    }
    try {
      principal = Principal.parse(text);
      return principal;
    } catch (RuntimeException e) {
      throw CallFailure.notProcessed(
          Code.UNAUTHENTICATED, "the call's principal cannot be read: " + e);
    }
  }

  /**
   * The caller's word on priority.
   *
   * @return null to leave it to the contract
   */
  public Priority.@Nullable Level priority() {
    String name = own.get(PRIORITY);
    if (name == null) {
      return null;
    }
    for (Priority.Level level : Priority.Level.values()) {
      if (text(level).equals(name)) {
        return level;
      }
    }
    return null;
  }

  /**
   * The W3C trace context.
   *
   * @param key {@link #TRACEPARENT} or {@link #TRACESTATE}
   * @return null for none
   */
  public @Nullable String trace(String key) {
    return own.get(key);
  }

  /**
   * Where decisions about the call are written.
   *
   * @return null for calls that do not explain themselves
   */
  public @Nullable Trail trail() {
    return trail;
  }

  /**
   * Other baggage.
   *
   * @param pairs no reserved keys
   * @return the metadata
   * @throws IllegalArgumentException for a reserved key
   */
  public Metadata withBaggage(Map<String, String> pairs) {
    for (String key : pairs.keySet()) {
      if (reserved(key)) {
        throw new IllegalArgumentException(
            "baggage key: " + key + " (expected: not weft-…, traceparent or tracestate)");
      }
    }
    return new Metadata(Map.copyOf(pairs), own, trail);
  }

  /**
   * Another principal.
   *
   * @param value null for nobody
   * @return the metadata
   */
  public Metadata withPrincipal(@Nullable Principal value) {
    Metadata next = with(PRINCIPAL, value == null ? null : value.text());
    next.principal = value;
    return next;
  }

  /**
   * Another priority.
   *
   * @param level null to leave it to the contract
   * @return the metadata
   */
  public Metadata withPriority(Priority.@Nullable Level level) {
    return with(PRIORITY, level == null ? null : text(level));
  }

  /**
   * Another trace context.
   *
   * @param key {@link #TRACEPARENT} or {@link #TRACESTATE}
   * @param value null for none
   * @return the metadata
   */
  public Metadata withTrace(String key, @Nullable String value) {
    return with(key, value);
  }

  /**
   * Makes the call explain itself.
   *
   * @param value where to
   * @return the metadata
   */
  public Metadata withTrail(@Nullable Trail value) {
    Metadata next = new Metadata(baggage, own, value);
    next.principal = principal;
    return next;
  }

  private Metadata with(String key, @Nullable String value) {
    Map<String, String> next = new HashMap<>(own);
    if (value == null) {
      next.remove(key);
    } else {
      next.put(key, value);
    }
    Metadata result = new Metadata(baggage, Map.copyOf(next), trail);
    result.principal = key.equals(PRINCIPAL) ? null : principal;
    return result;
  }

  private static String text(Priority.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
