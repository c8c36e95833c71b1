package io.weft.call;

import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.util.List;

/** Specs made by hand. */
public final class Specs {
  private Specs() {}

  /** A method of texts. */
  public static Spec of(Shape shape, Semantics semantics, int attempts) {
    return new Spec(
        new Spec.Name("test.Service", 1, "method", 1),
        shape,
        semantics,
        new Spec.Messages(WellKnown.STRING, WellKnown.STRING, List.of()),
        new Spec.Timing(5_000, attempts, 0, -1),
        new Spec.Access(false, false, List.of()),
        Priority.Level.NORMAL);
  }

  /** A call of it, outside Vert.x, without a deadline. */
  public static Call call(Spec spec) {
    return new Call(spec, "request", null, null, Call.Time.of(0, 0));
  }
}
