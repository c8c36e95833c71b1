package io.weft.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.call.CallFailure;
import io.weft.call.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/** An authenticator and the clock that it goes by. */
record Opened(JwtAuthenticator authenticator, AtomicReference<Instant> now) {
  static Opened of(Vertx vertx, JwtOptions options) {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(Tokens.NOW));
    return new Opened(join(JwtAuthenticator.open(vertx, options, now::get)), now);
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  Principal get(String token) {
    return join(authenticator.authenticate(token));
  }

  CallFailure failure(String token) {
    return (CallFailure)
        join(
            authenticator
                .authenticate(token)
                .transform(
                    (principal, failure) ->
                        failure == null
                            ? Future.failedFuture(new AssertionError("accepted as " + principal))
                            : Future.succeededFuture(failure)));
  }

  static <T> T join(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AssertionError error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
