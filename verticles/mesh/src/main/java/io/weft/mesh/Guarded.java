package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Filter;
import io.weft.call.Policy;
import io.weft.call.Service;
import io.weft.call.Spec;
import io.weft.contract.Code;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's policy or filter that may throw: the call fails, and not the lane or the thread that
 * makes the call.
 */
final class Guarded implements Policy.OfItems {
  private static final System.Logger LOG = System.getLogger("io.weft.mesh");

  private final Policy policy;

  Guarded(Policy policy) {
    this.policy = policy;
  }

  /** The filters in front of a service, the first one outermost. */
  static Service around(Service service, List<Filter> filters) {
    Service target = service;
    for (int i = filters.size() - 1; i >= 0; i--) {
      target = around(target, filters.get(i));
    }
    return target;
  }

  private static Service around(Service next, Filter filter) {
    return call -> {
      try {
        return filter.apply(call, next);
      } catch (RuntimeException e) {
        return Future.failedFuture(
            e instanceof CallFailure failure ? failure : failed("a filter", call, e));
      }
    };
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    try {
      return policy.enter(call, nowNanos);
    } catch (RuntimeException e) {
      return failed("a policy", call, e);
    }
  }

  @Override
  public @Nullable CallFailure item(Call call, Object item) {
    try {
      return policy instanceof OfItems all ? all.item(call, item) : null;
    } catch (RuntimeException e) {
      return failed("a policy", call, e);
    }
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    try {
      policy.exit(call, failure, nowNanos);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a policy failed at the end of " + call.spec(), e);
    }
  }

  @Override
  public void refused(Spec spec, CallFailure failure) {
    try {
      policy.refused(spec, failure);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a policy failed at the refusal of " + spec, e);
    }
  }

  private static CallFailure failed(String what, Call call, RuntimeException e) {
    return CallFailure.unknown(Code.INTERNAL, what + " of " + call.spec() + " failed: " + e);
  }
}
