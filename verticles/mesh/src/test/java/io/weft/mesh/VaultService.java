package io.weft.mesh;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.Principal;
import io.weft.contract.Code;
import io.weft.stream.Streams;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tells who its handlers see. */
final class VaultService implements Vault {
  final Queue<String> seen = new ConcurrentLinkedQueue<>();

  private String who() {
    CallContext context = CallContext.current();
    Principal principal = context == null ? null : context.principal();
    String who = principal == null ? "nobody" : principal.subject();
    seen.add(who);
    return who;
  }

  @Override
  public Future<String> open(String box) {
    return Future.succeededFuture(who());
  }

  @Override
  public Future<String> stubborn(String key) {
    String who = who();
    return seen.size() < 2
        ? Future.failedFuture(CallFailure.of(Code.UNAVAILABLE, "not yet"))
        : Future.succeededFuture(who);
  }

  @Override
  public ReadStream<String> names(int count) {
    List<String> names = Collections.nCopies(count, who());
    return Streams.from(names.iterator());
  }

  @Override
  public Future<String> count(ReadStream<String> coins) {
    who();
    // Asked again at the end: the context is the call's in continuations too.
    return Streams.toList(coins).map(all -> who() + " " + all.size());
  }

  @Override
  public ReadStream<String> exchange(ReadStream<String> coins) {
    return Streams.map(coins, coin -> who() + " " + coin);
  }

  @Override
  public void drop(String key) {
    who();
  }

  @Override
  public Future<String> ring() {
    return Future.succeededFuture(who());
  }

  @Override
  public Future<Void> close() {
    who();
    return Future.succeededFuture();
  }
}
