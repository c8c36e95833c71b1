package io.weft.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class NetworkNoiseTest {
  private static final String CONTEXT = "io.vertx.core.impl.ContextImpl";
  private static final StackTraceElement WRITE =
      new StackTraceElement(
          "io.vertx.core.net.impl.DelegatingChannelPromise", "tryFailure", "a.java", 130);
  private static final StackTraceElement OTHER =
      new StackTraceElement("com.shop.Orders", "done", "Orders.java", 1);

  private static FilterReply decide(String logger, String message, StackTraceElement frame) {
    IllegalStateException cause = new IllegalStateException(message);
    cause.setStackTrace(new StackTraceElement[] {frame});
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent(
            "fqcn", context.getLogger(logger), Level.ERROR, "Unhandled exception", cause, null);
    return new NetworkNoise().decide(event);
  }

  @Test
  void decide_deniesWritesThatFailedTwice_andNothingElse() {
    String twice = "Promise already completed";
    assertThat(decide(CONTEXT, twice, WRITE)).isEqualTo(FilterReply.DENY);
    assertThat(decide(CONTEXT, twice, OTHER)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide(CONTEXT, "other", WRITE)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("com.shop", twice, WRITE)).isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void decide_withoutACause_isNeutral() {
    LoggingEvent event =
        new LoggingEvent(
            "fqcn", new LoggerContext().getLogger(CONTEXT), Level.ERROR, "text", null, null);
    assertThat(new NetworkNoise().decide(event)).isEqualTo(FilterReply.NEUTRAL);
  }
}
