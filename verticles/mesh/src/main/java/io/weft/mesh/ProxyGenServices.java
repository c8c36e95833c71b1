package io.weft.mesh;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.filter.breaker.GuardedCalls;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The bridge to {@code @ProxyGen} services on their plain event-bus addresses, in both directions,
 * through vertx-service-proxy's generated code. Its interceptors are never used: they share state
 * between calls.
 */
final class ProxyGenServices {
  private ProxyGenServices() {}

  /** Whether stock code was generated for an interface; false when the library is not there. */
  static boolean supports(Class<?> type) {
    return exists(type, type.getName() + "VertxProxyHandler");
  }

  static boolean hasContract(Class<?> type) {
    return exists(type, type.getName().replace('$', '_') + "Specs");
  }

  private static boolean exists(Class<?> type, String name) {
    try {
      Class.forName(name, false, type.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  static <T> Future<Registration> serve(
      Vertx vertx, Class<T> type, T service, ServeOptions options, Registration own) {
    String address = options.address() == null ? type.getName() : options.address();
    MessageConsumer<JsonObject> consumer =
        new ServiceBinder(vertx).setAddress(address).register(type, service);
    Registration both = () -> Future.join(consumer.unregister(), own.close()).mapEmpty();
    return consumer
        .completion()
        .map(both)
        .recover(failure -> own.close().transform(closed -> Future.failedFuture(failure)));
  }

  static <T> T client(
      Vertx vertx,
      Class<T> type,
      ClientOptions options,
      Tally tally,
      @Nullable GuardedCalls guard) {
    String address = options.address() == null ? type.getName() : options.address();
    long millis =
        options.deadline().isZero() ? Spec.DEFAULT_DEADLINE_MILLIS : options.deadline().toMillis();
    T stock =
        new ServiceProxyBuilder(vertx)
            .setAddress(address)
            .setOptions(new DeliveryOptions().setSendTimeout(millis))
            .build(type);
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> invoke(stock, method, arguments, tally, guard)));
  }

  private static Object invoke(
      Object stock, Method method, Object[] arguments, Tally tally, @Nullable GuardedCalls guard)
      throws Throwable {
    if (guard == null || !Future.class.isAssignableFrom(method.getReturnType())) {
      return invoke(stock, method, arguments, tally);
    }
    return guard.call(() -> (Future<?>) invoke(stock, method, arguments, tally));
  }

  private static Object invoke(Object stock, Method method, Object[] arguments, Tally tally)
      throws Throwable {
    Object result;
    try {
      result = method.invoke(stock, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
    if (!(result instanceof Future<?> future)) {
      return result;
    }
    tally.calls.increment();
    Promise<Object> promise = Promise.promise();
    future.onComplete(
        (value, failure) -> {
          if (failure == null) {
            promise.complete(value);
          } else {
            tally.failures.increment();
            promise.fail(translate(method, failure));
          }
        });
    return promise.future();
  }

  /** Failures of the bus become the mesh's; those of the service stay as the service made them. */
  private static Throwable translate(Method method, Throwable failure) {
    if (!(failure instanceof ReplyException reply)) {
      return failure;
    }
    String name = method.getDeclaringClass().getName() + "/" + method.getName();
    return switch (reply.failureType()) {
      case NO_HANDLERS ->
          CallFailure.notProcessed(
              Code.UNAVAILABLE, name + " cannot be called: " + reply.getMessage());
      case TIMEOUT -> CallFailure.unknown(Code.DEADLINE_EXCEEDED, name + ": " + reply.getMessage());
      default -> failure;
    };
  }
}
