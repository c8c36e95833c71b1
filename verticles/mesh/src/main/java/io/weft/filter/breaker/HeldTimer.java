package io.weft.filter.breaker;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one timer that a circuit breaker of the library sets, instead of starting it: only that
 * timer can make it half-open, and this way our clock decides when. Used under the lock of its
 * breaker.
 */
final class HeldTimer implements InvocationHandler {
  private final Vertx vertx;
  private @Nullable Handler<Long> held;

  HeldTimer(Vertx vertx) {
    this.vertx = vertx;
  }

  /** The same Vert.x, but for timers. */
  Vertx vertx() {
    Class<?>[] types = {Vertx.class};
    return (Vertx) Proxy.newProxyInstance(HeldTimer.class.getClassLoader(), types, this);
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("setTimer") && arguments != null && arguments.length == 2) {
      held = (Handler<Long>) arguments[1];
      return 0L;
    }
    try {
      return method.invoke(vertx, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** The time is over. */
  void fire() {
    Handler<Long> handler = held;
    held = null;
    if (handler != null) {
      handler.handle(0L);
    }
  }
}
