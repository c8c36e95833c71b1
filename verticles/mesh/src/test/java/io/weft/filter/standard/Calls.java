package io.weft.filter.standard;

import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Principal;
import io.weft.call.Service;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.Codec;
import io.weft.wire.WellKnown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls for filters that stand alone. */
final class Calls {
  private Calls() {}

  static Spec spec(String method, Shape shape, Codec<?> codec) {
    return new Spec(
        new Spec.Name("test.Service", 1, method, 1),
        shape,
        Semantics.AT_MOST_ONCE,
        new Spec.Messages(codec, codec, List.of()),
        new Spec.Timing(5_000, 1, 0, -1),
        new Spec.Access(false, false, List.of()),
        Priority.Level.NORMAL);
  }

  static Call of(String method, Object request, @Nullable Principal principal) {
    CallScope scope = CallScope.detached().principal(principal);
    Spec spec = spec(method, Shape.UNARY, WellKnown.STRING);
    return new Call(spec, request, null, scope, Call.Time.of(0, 0));
  }

  static Call of(String method, Object request) {
    return of(method, request, null);
  }

  static Service answers(Object reply) {
    return call -> Future.succeededFuture(reply);
  }

  static Service fails(Code code) {
    return call -> Future.failedFuture(CallFailure.unknown(code, "it is gone"));
  }
}
