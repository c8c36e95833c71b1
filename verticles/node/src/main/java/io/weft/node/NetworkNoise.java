package io.weft.node;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Keeps one message out of a node's log, named in {@code logback.xml}: when a peer dies, the event
 * bus of Vert.x 5.0 fails the same write twice, and the second time is logged as an unhandled
 * exception with a stack trace, once a write. Nothing is lost by it, and nobody can do anything
 * about it. Promises that other code completes twice are still told. Safe for all threads.
 */
public final class NetworkNoise extends Filter<ILoggingEvent> {
  private static final String LOGGER = "io.vertx.core.impl.ContextImpl";
  private static final String MESSAGE = "Promise already completed";
  private static final String WRITE = "io.vertx.core.net.impl.DelegatingChannelPromise";

  /** Made by logback. */
  public NetworkNoise() {}

  @Override
  public FilterReply decide(ILoggingEvent event) {
    IThrowableProxy cause = event.getThrowableProxy();
    return cause != null && event.getLoggerName().equals(LOGGER) && failedTwice(cause)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean failedTwice(IThrowableProxy cause) {
    if (!MESSAGE.equals(cause.getMessage())) {
      return false;
    }
    for (StackTraceElementProxy frame : cause.getStackTraceElementProxyArray()) {
      if (frame.getStackTraceElement().getClassName().equals(WRITE)) {
        return true;
      }
    }
    return false;
  }
}
