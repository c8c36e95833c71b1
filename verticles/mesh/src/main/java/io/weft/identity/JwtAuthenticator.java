package io.weft.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.weft.call.CallFailure;
import io.weft.call.Principal;
import io.weft.contract.Code;
import io.weft.identity.ClaimCheck.Verified;
import io.weft.identity.CompactToken.Refused;
import io.weft.identity.VerifiedTokens.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks JSON Web Tokens (RFC 7519) by the advice of RFC 8725. vertx-auth-jwt verifies the
 * signature; before it stands everything that it would let pass, see {@code docs/decisions.md}.
 * Signatures are checked on two threads of its own, each token once: what was good is remembered
 * until it expires or the keys change.
 */
public final class JwtAuthenticator implements Authenticator {
  private static final System.Logger LOG = System.getLogger(JwtAuthenticator.class.getName());

  private static final int THREADS = 2;
  private static final int MOST_WAITING = 256;
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_FILE_BYTES = 1 << 20;
  private static final long RETRY_MILLIS = 100;

  private final Vertx vertx;
  private final JwtOptions options;
  private final InstantSource time;
  private final ClaimCheck claims;
  private final WorkerExecutor workers;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Keys keys;
  private volatile long lookAgainMillis;

  private JwtAuthenticator(Vertx vertx, JwtOptions options, InstantSource time, Keys keys) {
    this.vertx = vertx;
    this.options = options;
    this.time = time;
    this.claims = new ClaimCheck(options);
    this.workers = vertx.createSharedWorkerExecutor("weft-jwt", THREADS, 10, TimeUnit.SECONDS);
    this.keys = keys;
    this.lookAgainMillis = time.millis() + options.reload().toMillis();
  }

  /** Keys of one state of the file, and the tokens that they vouched for. */
  private record Keys(byte[] file, JWTAuth verifier, VerifiedTokens verified) {}

  /**
   * Reads the keys.
   *
   * @param vertx for threads and timers
   * @param options which tokens count
   * @return the authenticator; fails with IllegalArgumentException for people when the file holds
   *     no usable key, or when vertx-auth-jwt is not on the class path
   */
  public static Future<JwtAuthenticator> open(Vertx vertx, JwtOptions options) {
    return open(vertx, options, InstantSource.system());
  }

  static Future<JwtAuthenticator> open(Vertx vertx, JwtOptions options, InstantSource time) {
    return vertx.executeBlocking(
        () -> {
          try {
            return new JwtAuthenticator(vertx, options, time, load(vertx, options));
          } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                "JWT needs io.vertx:vertx-auth-jwt on the class path", e);
          }
        },
        false);
  }

  private static Keys load(Vertx vertx, JwtOptions options) {
    byte[] file;
    try (InputStream in = Files.newInputStream(options.keys())) {
      file = in.readNBytes(MOST_FILE_BYTES + 1);
    } catch (IOException e) {
      throw new IllegalArgumentException("keys: cannot read " + options.keys() + " (" + e + ")", e);
    }
    if (file.length > MOST_FILE_BYTES) {
      throw new IllegalArgumentException(
          "keys: " + options.keys() + " has more than " + MOST_FILE_BYTES + " bytes");
    }
    return parse(vertx, options, file);
  }

  private static Keys parse(Vertx vertx, JwtOptions options, byte[] file) {
    JWTAuthOptions auth =
        new JWTAuthOptions()
            // The clock is ours, so times are checked here; the rest is checked twice.
            .setJWTOptions(
                new JWTOptions()
                    .setIgnoreExpiration(true)
                    .setIssuer(options.issuer())
                    .addAudience(options.audience()));
    try {
      PublicKeys.read(file, options.algorithms()).forEach(auth::addPubSecKey);
      JWTAuth verifier = JWTAuth.create(vertx, auth);
      return new Keys(file, verifier, new VerifiedTokens(MOST_REMEMBERED));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "keys: " + options.keys() + ": " + Objects.toString(e.getMessage(), e.toString()), e);
    }
  }

  @Override
  public Future<Principal> authenticate(String token) {
    long now = time.millis();
    if (now >= lookAgainMillis) {
      look(now);
    }
    Keys current = keys;
    try {
      CompactToken.checkLength(token);
      Fingerprint fingerprint = Fingerprint.of(token);
      Principal known = current.verified().get(fingerprint, now);
      if (known != null) {
        return Future.succeededFuture(known);
      }
      // What has no chance anyway costs no signature check.
      CompactToken read = CompactToken.read(token, options.algorithms());
      Verified verified = claims.check(read.claims(), now);
      return verify(current, token, fingerprint, verified);
    } catch (Refused e) {
      return Future.failedFuture(refused(Objects.toString(e.getMessage(), "damaged")));
    }
  }

  private Future<Principal> verify(
      Keys current, String token, Fingerprint fingerprint, Verified verified) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(
          CallFailure.notProcessed(
                  Code.RESOURCE_EXHAUSTED,
                  MOST_WAITING + " tokens wait to be checked; try again later")
              .withRetryAfter(RETRY_MILLIS));
    }
    return workers
        .executeBlocking(() -> signed(current.verifier(), token), false)
        .onComplete(done -> waiting.decrementAndGet())
        .transform(
            done -> {
              if (done.failed() || !done.result()) {
                return Future.failedFuture(
                    refused("its signature is not one of the issuer's keys"));
              }
              current.verified().put(fingerprint, verified, time.millis());
              return Future.succeededFuture(verified.principal());
            });
  }

  /** The provider does all its work before it returns. */
  private static boolean signed(JWTAuth verifier, String token) {
    try {
      return verifier.authenticate(new TokenCredentials(token)).succeeded();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static CallFailure refused(String why) {
    return CallFailure.notProcessed(Code.UNAUTHENTICATED, "token refused: " + why);
  }

  /** Looks at the file, one thread at a time; meanwhile the keys that we have count. */
  private void look(long now) {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    lookAgainMillis = now + options.reload().toMillis();
    Keys before = keys;
    vertx
        .executeBlocking(() -> load(vertx, options), false)
        .onComplete(
            (loaded, failure) -> {
              if (failure != null) {
                LOG.log(Level.WARNING, "keys for tokens stay as they are: " + failure.getMessage());
              } else if (!Arrays.equals(loaded.file(), before.file())) {
                keys = loaded;
                LOG.log(Level.INFO, "keys for tokens changed: " + options.keys());
              }
              looking.set(false);
            });
  }

  /**
   * Frees its threads; they go with the Vert.x otherwise.
   *
   * @return completes when they are gone
   */
  public Future<Void> close() {
    return workers.close();
  }
}
