package io.weft.filter.standard;

import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Contract;
import io.weft.call.Filter;
import io.weft.call.Service;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Shape;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers instead of a service that cannot: a value, a function of request and failure, or the last
 * good answer. Stands in the options of a client, since whether something old or made up is better
 * than a failure is the caller's choice:
 *
 * <pre>{@code
 * Fallback lastProfile = Fallback.of("profile").lastGood(LastGood.marked(Profile::asStale));
 * mesh.client(Users.class, ClientOptions.defaults().withFilters(List.of(lastProfile)));
 * }</pre>
 *
 * <p>Comes in when the call has failed for good, after retries, at its deadline at the latest.
 * Never for what the caller itself did wrong or took back. Metrics count such calls as failed. For
 * unary methods. Safe for all threads.
 *
 * @see <a href="https://sre.google/sre-book/addressing-cascading-failures/">Graceful degradation,
 *     in: Site Reliability Engineering, chapter 22</a>
 */
public final class Fallback implements Filter {
  private static final System.Logger LOG = System.getLogger("io.weft.filter");
  private static final Set<Code> DEFAULT =
      EnumSet.of(
          Code.UNAVAILABLE,
          Code.DEADLINE_EXCEEDED,
          Code.RESOURCE_EXHAUSTED,
          Code.INTERNAL,
          Code.UNKNOWN);
  private static final Set<Code> CALLERS_OWN =
      EnumSet.of(
          Code.CANCELLED,
          Code.INVALID_ARGUMENT,
          Code.NOT_FOUND,
          Code.ALREADY_EXISTS,
          Code.PERMISSION_DENIED,
          Code.FAILED_PRECONDITION,
          Code.OUT_OF_RANGE,
          Code.UNAUTHENTICATED);

  private final Set<String> methods;
  private final Set<Code> codes;
  private final Answers answers;

  /** What a fallback answers with. */
  interface Answers {
    /**
     * A good answer of the service.
     *
     * @param call the call
     * @param reply its reply
     */
    default void good(Call call, @Nullable Object reply) {}

    /**
     * The answer to a call that failed.
     *
     * @param call the call
     * @param failure how
     * @return null when there is none
     */
    @Nullable Answer instead(Call call, CallFailure failure);
  }

  /**
   * An answer, which may be null, and where it is from.
   *
   * @param reply the reply
   * @param source for people
   */
  record Answer(@Nullable Object reply, String source) {}

  private Fallback(Set<String> methods, Set<Code> codes, Answers answers) {
    this.methods = methods;
    this.codes = codes;
    this.answers = answers;
  }

  /**
   * Begins a fallback for some methods.
   *
   * @param methods Java names of unary methods, at least one
   * @return what to answer with is to be said next
   */
  public static Methods of(String... methods) {
    if (methods.length == 0) {
      throw new IllegalArgumentException("fallback for no method (expected: at least one name)");
    }
    return new Methods(Set.of(methods));
  }

  /** The methods that get an answer. */
  public static final class Methods {
    private final Set<String> names;

    private Methods(Set<String> names) {
      this.names = names;
    }

    /**
     * Always the same answer.
     *
     * @param reply of the methods' reply type; not changed by anybody from now on; null only for
     *     replies that may be
     * @return the fallback
     */
    public Fallback value(@Nullable Object reply) {
      Answer answer = new Answer(reply, "a fixed value");
      return new Fallback(names, DEFAULT, (call, failure) -> answer);
    }

    /**
     * An answer made of the request.
     *
     * @param request the class of the methods' request, else the call fails with INTERNAL: your
     *     record; for other parameters the generated class {@code <Service><Method>Request}, whose
     *     fields the contract's package sees, or {@code Object}
     * @param function gives a value of the methods' reply type; must not block; what it throws
     *     fails the call with INTERNAL
     * @param <Q> the request
     * @return the fallback
     */
    public <Q> Fallback function(Class<Q> request, BiFunction<Q, CallFailure, ?> function) {
      return new Fallback(
          names,
          DEFAULT,
          (call, failure) ->
              new Answer(function.apply(request.cast(call.request()), failure), "a function"));
    }

    /**
     * The last good answer to the same request, if there is one.
     *
     * @param store what is kept and for how long; may serve several fallbacks and clients
     * @return the fallback
     */
    public Fallback lastGood(LastGood<?> store) {
      return new Fallback(
          names,
          DEFAULT,
          new Answers() {
            @Override
            public void good(Call call, @Nullable Object reply) {
              store.remember(call, reply);
            }

            @Override
            public @Nullable Answer instead(Call call, CallFailure failure) {
              return store.recall(call);
            }
          });
    }
  }

  /**
   * Other failures to answer for.
   *
   * @param first a code; default UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL and
   *     UNKNOWN
   * @param others more
   * @return the fallback
   * @throws IllegalArgumentException for codes that tell the caller about its own request
   */
  public Fallback when(Code first, Code... others) {
    Set<Code> wanted = EnumSet.of(first, others);
    for (Code code : wanted) {
      if (CALLERS_OWN.contains(code)) {
        throw new IllegalArgumentException(
            "fallback when "
                + code
                + ": that is about the request, and no other answer mends it (expected: some of "
                + EnumSet.complementOf(EnumSet.copyOf(CALLERS_OWN))
                + ")");
      }
    }
    return new Fallback(methods, wanted, answers);
  }

  @Override
  public void check(Contract<?> contract) {
    Filter.known(contract, methods);
    for (Spec spec : contract.methods()) {
      if (methods.contains(spec.name().method()) && spec.shape() != Shape.UNARY) {
        throw new IllegalArgumentException(streams(spec));
      }
    }
  }

  @Override
  public Future<Object> apply(Call call, Service next) {
    Spec spec = call.spec();
    if (!methods.contains(spec.name().method())) {
      return next.call(call);
    }
    if (spec.shape() != Shape.UNARY) {
      return Future.failedFuture(CallFailure.notProcessed(Code.FAILED_PRECONDITION, streams(spec)));
    }
    return next.call(call)
        .transform(
            (reply, cause) -> {
              if (cause != null) {
                return instead(call, cause);
              }
              good(call, reply);
              return Future.succeededFuture(reply);
            });
  }

  private void good(Call call, @Nullable Object reply) {
    try {
      answers.good(call, reply);
    } catch (RuntimeException e) {
      // Whatever cannot be kept, a good answer stays one.
      LOG.log(Level.WARNING, "an answer of " + call.spec() + " is not kept: " + e);
    }
  }

  private Future<Object> instead(Call call, Throwable cause) {
    if (!(cause instanceof CallFailure failure) || !codes.contains(failure.code())) {
      return Future.failedFuture(cause);
    }
    Answer answer;
    try {
      answer = answers.instead(call, failure);
    } catch (RuntimeException e) {
      String message = "the fallback of " + call.spec() + " failed: " + e + "; after " + failure;
      return Future.failedFuture(CallFailure.of(Code.INTERNAL, message).withFate(failure.fate()));
    }
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add(
          "fallback for "
              + failure.code()
              + ": "
              + (answer == null ? "no earlier answer is known" : answer.source()));
    }
    return answer == null ? Future.failedFuture(cause) : Future.succeededFuture(answer.reply());
  }

  private static String streams(Spec spec) {
    return "fallback for "
        + spec
        + ": it is "
        + spec.shape()
        + " (expected: a unary method; what was read of a stream cannot be taken back)";
  }
}
