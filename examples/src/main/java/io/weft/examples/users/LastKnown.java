package io.weft.examples.users;

import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Filter;
import io.weft.call.Service;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Shape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives the last known reply while a service cannot be reached. Stale data instead of a failure is
 * the caller's choice, so this stands in the options of a client:
 *
 * <pre>{@code
 * mesh.client(Users.class, ClientOptions.defaults().withFilters(List.of(new LastKnown())));
 * }</pre>
 *
 * <p>Safe for all threads. Holds the last reply to each of the first 1,000 different requests.
 */
public final class LastKnown implements Filter {
  private static final int MOST = 1_000;

  private final Map<Request, Object> replies = new ConcurrentHashMap<>();

  private record Request(Spec.Name method, Object message) {}

  @Override
  public Future<Object> apply(Call call, Service next) {
    if (call.spec().shape() != Shape.UNARY) {
      return next.call(call);
    }
    Request request = new Request(call.spec().name(), call.request());
    return next.call(call)
        .onSuccess(reply -> remember(request, reply))
        .recover(
            cause -> {
              Object known = unreachable(cause) ? replies.get(request) : null;
              return known == null ? Future.failedFuture(cause) : Future.succeededFuture(known);
            });
  }

  private void remember(Request request, Object reply) {
    if (replies.size() < MOST || replies.containsKey(request)) {
      replies.put(request, reply);
    }
  }

  private static boolean unreachable(Throwable cause) {
    return cause instanceof CallFailure failure
        && (failure.code() == Code.UNAVAILABLE || failure.code() == Code.DEADLINE_EXCEEDED);
  }
}
