package io.weft.identity;

import io.weft.call.Principal;
import io.weft.identity.ClaimCheck.Verified;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was good, until they expire. Keeps hashes (SHA-256), so a heap dump shows
 * no token. Tokens that were refused are not kept: they would push the others out. Safe for all
 * threads.
 */
final class VerifiedTokens {
  private static final int EVICTED_AT_ONCE = 64;

  private final ConcurrentHashMap<Fingerprint, Verified> tokens = new ConcurrentHashMap<>();
  private final int most;

  VerifiedTokens(int most) {
    this.most = most;
  }

  /** All 256 bits of a hash. */
  record Fingerprint(long a, long b, long c, long d) {
    static Fingerprint of(String token) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  @Nullable Principal get(Fingerprint token, long nowMillis) {
    Verified verified = tokens.get(token);
    if (verified == null) {
      return null;
    }
    if (nowMillis >= verified.untilMillis()) {
      tokens.remove(token);
      return null;
    }
    return verified.principal();
  }

  void put(Fingerprint token, Verified verified, long nowMillis) {
    if (tokens.mappingCount() >= most) {
      makeRoom(nowMillis);
    }
    tokens.put(token, verified);
  }

  /** First what expired, then any: a token that is in use comes back with one check. */
  private synchronized void makeRoom(long nowMillis) {
    tokens.values().removeIf(verified -> nowMillis >= verified.untilMillis());
    Iterator<Fingerprint> all = tokens.keySet().iterator();
    for (int i = 0; i < EVICTED_AT_ONCE && tokens.mappingCount() >= most && all.hasNext(); i++) {
      all.next();
      all.remove();
    }
  }

  int size() {
    return tokens.size();
  }
}
