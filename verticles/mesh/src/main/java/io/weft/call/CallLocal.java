package io.weft.call;

import io.vertx.core.Context;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.AccessMode;
import io.vertx.core.spi.context.storage.ContextLocal;
import org.jspecify.annotations.Nullable;

/** The place of the current call in a Vert.x context; found by Vert.x as a service provider. */
public final class CallLocal implements VertxServiceProvider {
  private static final ContextLocal<CallContext> KEY =
      ContextLocal.registerLocal(CallContext.class);

  @Override
  public void init(VertxBootstrap builder) {
    // Loading this class before Vert.x counts its locals is all that is needed.
  }

  static @Nullable CallContext get(Context context) {
    return context.getLocal(KEY);
  }

  /**
   * Makes a call the current one of a context.
   *
   * @param context a duplicated context that belongs to this call alone
   * @param call the call
   */
  public static void put(Context context, CallContext call) {
    context.putLocal(KEY, AccessMode.CONCURRENT, call);
  }
}
