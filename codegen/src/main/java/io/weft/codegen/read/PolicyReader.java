package io.weft.codegen.read;

import io.weft.codegen.model.ContractError;
import io.weft.codegen.model.Method;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.AtMostOnce;
import io.weft.contract.Deadline;
import io.weft.contract.ExactlyOnce;
import io.weft.contract.Hedge;
import io.weft.contract.Maybe;
import io.weft.contract.Priority;
import io.weft.contract.Retry;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.contract.access.Allow;
import io.weft.contract.access.Exposed;
import io.weft.contract.access.Public;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads the promises of a method and refuses those that cannot be kept. */
final class PolicyReader {
  private static final int DEADLINE_MILLIS = 5_000;
  private static final int ATTEMPTS = 3;
  private static final int MOST_ATTEMPTS = 10;
  private static final Map<Class<? extends Annotation>, Semantics> SEMANTICS =
      new LinkedHashMap<>();

  static {
    SEMANTICS.put(Maybe.class, Semantics.MAYBE);
    SEMANTICS.put(AtMostOnce.class, Semantics.AT_MOST_ONCE);
    SEMANTICS.put(AtLeastOnce.class, Semantics.AT_LEAST_ONCE);
    SEMANTICS.put(ExactlyOnce.class, Semantics.EXACTLY_ONCE);
  }

  private final TypeElement type;
  private final ExecutableElement method;
  private final Shape shape;

  private PolicyReader(TypeElement type, ExecutableElement method, Shape shape) {
    this.type = type;
    this.method = method;
    this.shape = shape;
  }

  static Method.Policy read(TypeElement type, ExecutableElement method, Shape shape) {
    PolicyReader reader = new PolicyReader(type, method, shape);
    Semantics semantics = reader.semantics();
    return new Method.Policy(
        semantics, reader.timing(semantics), reader.access(), reader.priority());
  }

  private Priority.Level priority() {
    Priority priority = pick(Priority.class, true);
    return priority == null ? Priority.Level.NORMAL : priority.value();
  }

  private Semantics semantics() {
    Semantics own = declared(method);
    if (shape == Shape.ONE_WAY) {
      if (own != null && own != Semantics.MAYBE) {
        throw error(
            "more than one promise: @OneWay and " + own,
            "drop one; a call that must arrive returns Future<Void>");
      }
      return Semantics.MAYBE;
    }
    if (own != null) {
      return own;
    }
    Semantics common = declared(type);
    return common == null ? Semantics.AT_MOST_ONCE : common;
  }

  private @Nullable Semantics declared(Element at) {
    List<String> found = new ArrayList<>();
    Semantics semantics = null;
    for (var entry : SEMANTICS.entrySet()) {
      if (at.getAnnotation(entry.getKey()) != null) {
        found.add("@" + entry.getKey().getSimpleName());
        semantics = entry.getValue();
      }
    }
    if (found.size() > 1) {
      throw new ContractError(
          at,
          at.getSimpleName() + ": more than one promise: " + found + " (remedy: keep one of them)");
    }
    return semantics;
  }

  private Method.Timing timing(Semantics semantics) {
    boolean repeatable = semantics.compareTo(Semantics.AT_LEAST_ONCE) >= 0;
    // A common @Retry or @Hedge is meant for the methods that allow it, if the type names any.
    boolean common =
        !replayless() && (repeatable || declared(method) == null && shape != Shape.ONE_WAY);
    Retry retry = pick(Retry.class, common);
    Hedge hedge = pick(Hedge.class, common);
    check(retry, hedge);
    int attempts = retry != null ? retry.attempts() : repeatable && !replayless() ? ATTEMPTS : 1;
    if (!repeatable && (hedge != null || attempts > 1)) {
      throw error(
          (hedge != null ? "@Hedge" : "@Retry") + " on a method that may run once only",
          "add @AtLeastOnce if running it twice does no harm, or @ExactlyOnce");
    }
    if (replayless() && (hedge != null || attempts > 1)) {
      throw error(
          "@Retry or @Hedge on a method with a request stream",
          "drop it: a stream cannot be sent again");
    }
    long deadline = deadlineMillis();
    long attemptMillis = retry == null ? 0 : retry.attemptMillis();
    if (deadline > 0 && attempts * attemptMillis > deadline) {
      throw error(
          attempts
              + " attempts of "
              + attemptMillis
              + " ms exceed the deadline of "
              + deadline
              + " ms",
          "raise @Deadline to " + attempts * attemptMillis + " ms or more, or lower @Retry");
    }
    return new Method.Timing(
        deadline, attempts, attemptMillis, hedge == null ? -1 : hedge.afterMillis());
  }

  private void check(@Nullable Retry retry, @Nullable Hedge hedge) {
    if (retry != null && (retry.attempts() < 1 || retry.attempts() > MOST_ATTEMPTS)) {
      throw error("attempts: " + retry.attempts(), "use 1 to " + MOST_ATTEMPTS);
    }
    if (retry != null && retry.attemptMillis() < 0) {
      throw error("attemptMillis: " + retry.attemptMillis(), "use 0 or more");
    }
    if (hedge != null && hedge.afterMillis() < 0) {
      throw error("afterMillis: " + hedge.afterMillis(), "use 0 or more");
    }
  }

  private boolean replayless() {
    return shape.streamsRequests();
  }

  private long deadlineMillis() {
    // A time that fits all answers of an interface does not fit its streams.
    Deadline deadline = pick(Deadline.class, shape == Shape.UNARY);
    if (deadline == null) {
      return shape == Shape.UNARY ? DEADLINE_MILLIS : 0;
    }
    if (deadline.millis() <= 0) {
      throw error("deadline: " + deadline.millis() + " ms", "use a time greater than 0");
    }
    return deadline.millis();
  }

  private Method.Access access() {
    boolean exposed = pick(Exposed.class, true) != null;
    boolean own =
        method.getAnnotation(Allow.class) != null || method.getAnnotation(Public.class) != null;
    Element at = own ? method : type;
    Allow allow = at.getAnnotation(Allow.class);
    boolean open = at.getAnnotation(Public.class) != null;
    if (allow != null && open) {
      throw error("both @Allow and @Public", "keep one of them");
    }
    if (allow != null && allow.value().length == 0) {
      throw error("@Allow without roles", "name a role, or use @Public");
    }
    if (exposed && allow == null && !open) {
      throw error(
          "@Exposed without saying to whom", "add @Allow(\"role\"), or @Public for everybody");
    }
    return new Method.Access(exposed, open, allow == null ? List.of() : List.of(allow.value()));
  }

  private <A extends Annotation> @Nullable A pick(Class<A> annotation, boolean common) {
    A own = method.getAnnotation(annotation);
    return own == null && common ? type.getAnnotation(annotation) : own;
  }

  private ContractError error(String what, String remedy) {
    return new ContractError(
        method, method.getSimpleName() + ": " + what + " (remedy: " + remedy + ")");
  }
}
