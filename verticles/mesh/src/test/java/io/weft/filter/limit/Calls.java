package io.weft.filter.limit;

import io.weft.call.Call;
import io.weft.call.Metadata;
import io.weft.call.Principal;
import io.weft.call.Spec;
import io.weft.call.Specs;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;

/** Calls made by hand. */
final class Calls {
  static final Spec SPEC = Specs.of(Shape.UNARY, Semantics.AT_MOST_ONCE, 1);
  static final Spec STREAM = Specs.of(Shape.SERVER_STREAM, Semantics.AT_MOST_ONCE, 1);

  private Calls() {}

  static Call at(long nanos) {
    return at(SPEC, nanos);
  }

  static Call at(Spec spec, long nanos) {
    return new Call(spec, "request", null, null, Call.Time.of(nanos, 0));
  }

  static Call of(String subject) {
    Call call = at(0);
    call.metadata(Metadata.EMPTY.withPrincipal(Principal.of(subject)));
    return call;
  }

  static Call with(Priority.Level level) {
    Call call = at(0);
    call.metadata(Metadata.EMPTY.withPriority(level));
    return call;
  }

  static Spec method(int number) {
    return new Spec(
        new Spec.Name("test.Service", 1, "method" + number, number),
        SPEC.shape(),
        SPEC.semantics(),
        SPEC.messages(),
        SPEC.timing(),
        SPEC.access(),
        SPEC.priority());
  }
}
