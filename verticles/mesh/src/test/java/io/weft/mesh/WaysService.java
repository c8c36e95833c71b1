package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.call.CallContext;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Does what its test says, and remembers the calls. */
final class WaysService implements Ways {
  final List<CallContext> calls = new CopyOnWriteArrayList<>();
  volatile Function<String, Future<String>> deed;

  WaysService(Function<String, Future<String>> deed) {
    this.deed = deed;
  }

  private Future<String> run(String key) {
    calls.add(Objects.requireNonNull(CallContext.current()));
    return deed.apply(key);
  }

  @Override
  public Future<String> hedged(String key) {
    return run(key);
  }

  @Override
  public Future<String> timed(String key) {
    return run(key);
  }

  @Override
  public Future<String> repeated(String key) {
    return run(key);
  }

  @Override
  public Future<String> once(String key) {
    return run(key);
  }
}
