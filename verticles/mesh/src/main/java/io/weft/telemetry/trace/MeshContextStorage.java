package io.weft.telemetry.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.weft.call.CallContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Makes the span of the call being served OpenTelemetry's current one, wherever the mesh knows the
 * call: on the Vert.x context of a handler, whatever thread it runs on, and inside a {@code
 * CallScope}. Nothing is stored: where nobody made a context current, the call is asked. What the
 * user makes current on a thread comes first.
 */
final class MeshContextStorage implements ContextStorage {
  private static final AtomicBoolean INSTALLED = new AtomicBoolean();

  private final ContextStorage delegate;

  MeshContextStorage(ContextStorage delegate) {
    this.delegate = delegate;
  }

  /** Takes part from the first use of OpenTelemetry's context on; does nothing later. */
  static void install() {
    if (INSTALLED.compareAndSet(false, true)) {
      ContextStorage.addWrapper(MeshContextStorage::new);
    }
  }

  /** Whether this node traces; else nobody's current context matters to calls. */
  static boolean installed() {
    return INSTALLED.get();
  }

  @Override
  public Scope attach(Context toAttach) {
    return delegate.attach(toAttach);
  }

  @Override
  public @Nullable Context current() {
    Context context = delegate.current();
    if (context != null && context != Context.root()) {
      return context;
    }
    CallContext call = CallContext.current();
    Context own = call == null ? null : TraceContext.inherited(call);
    return own == null ? context : own;
  }

  @Override
  public Context root() {
    return delegate.root();
  }
}
