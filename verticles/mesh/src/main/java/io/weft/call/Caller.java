package io.weft.call;

import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.streams.ReadStream;
import io.weft.stream.InboundStream;
import io.weft.stream.Producer;
import io.weft.stream.Window;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a generated proxy stands on: makes a {@link Call} of a method and its arguments and gives it
 * to a service. Safe for all threads; futures and streams run on the context of the calling code,
 * outside Vert.x on an event loop.
 */
public final class Caller {
  private final VertxInternal vertx;
  private final Service service;
  private final Clock clock;
  private final Defaults defaults;

  /**
   * What calls have if nobody says otherwise.
   *
   * @param window how many replies of a stream may be under way
   * @param deadlineMillis replaces the contract's deadline; 0 keeps it
   * @param tightened specs with tighter promises than the contract's, by method name
   */
  public record Defaults(Window window, long deadlineMillis, Map<String, Spec> tightened) {}

  /**
   * Creates a caller.
   *
   * @param vertx for contexts
   * @param service takes the calls
   * @param clock when calls start
   * @param defaults what calls have
   */
  public Caller(VertxInternal vertx, Service service, Clock clock, Defaults defaults) {
    this.vertx = vertx;
    this.service = service;
    this.clock = clock;
    this.defaults = defaults;
  }

  /**
   * Makes a unary call.
   *
   * @param spec the method
   * @param request the request message
   * @param <T> the reply
   * @return the reply
   */
  public <T> Future<T> unary(Spec spec, Object request) {
    return cast(service.call(newCall(spec, request, ContextInternal.current())));
  }

  /**
   * Makes a call without a reply. Failures are counted by the mesh, not thrown.
   *
   * @param spec the method
   * @param request the request message
   */
  public void oneWay(Spec spec, Object request) {
    service.call(newCall(spec, request, ContextInternal.current()));
  }

  /**
   * Makes a call that streams requests.
   *
   * @param spec the method
   * @param requests the request messages; read by the call from now on
   * @param <T> the reply
   * @return the reply
   */
  public <T> Future<T> clientStream(Spec spec, ReadStream<?> requests) {
    requests.pause();
    return cast(service.call(newCall(spec, requests, vertx.getOrCreateContext())));
  }

  /**
   * Makes a call that streams replies.
   *
   * @param spec the method
   * @param request the request message
   * @param <T> the reply items
   * @return the replies; failures go to its exception handler
   */
  public <T> ReadStream<T> serverStream(Spec spec, Object request) {
    return streaming(spec, request);
  }

  /**
   * Makes a call that streams both ways.
   *
   * @param spec the method
   * @param requests the request messages; read by the call from now on
   * @param <T> the reply items
   * @return the replies; failures go to its exception handler
   */
  public <T> ReadStream<T> bidirectional(Spec spec, ReadStream<?> requests) {
    requests.pause();
    return streaming(spec, requests);
  }

  private <T> ReadStream<T> streaming(Spec spec, Object request) {
    ContextInternal context = vertx.getOrCreateContext();
    Call call = newCall(spec, request, context);
    Relay relay = new Relay();
    InboundStream<Object> replies = new InboundStream<>(context, defaults.window(), relay);
    relay.call = call;
    call.replies(replies);
    service
        .call(call)
        .onComplete(
            (done, failure) -> {
              if (failure != null) {
                replies.end(failure);
              }
            });
    return cast(replies);
  }

  private Call newCall(Spec contract, Object request, @Nullable ContextInternal context) {
    Spec spec =
        defaults.tightened().isEmpty()
            ? contract
            : defaults.tightened().getOrDefault(contract.name().method(), contract);
    long own = defaults.deadlineMillis();
    long millis = own == 0 ? spec.timing().deadlineMillis() : own;
    return new Call(
        spec, request, context, CallContext.current(), Call.Time.of(clock.nanos(), millis));
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }

  /** Carries the consumer's demand to whatever transport took the call. */
  private static final class Relay implements Producer {
    private @Nullable Call call;

    @Override
    public void demand(int items, int bytes) {
      Call c = call;
      Producer transport = c == null ? null : c.transport();
      if (transport != null) {
        transport.demand(items, bytes);
      }
    }

    @Override
    public void cancel() {
      if (call != null) {
        call.cancel();
      }
    }
  }
}
