package io.weft.node.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import org.slf4j.LoggerFactory;

/** How log lines look. */
public enum LogFormat {
  /** For people. */
  TEXT,
  /** One object a line, see {@link JsonLog}. */
  JSON;

  /**
   * Makes all log lines of this process look so from now on. Text is what the configuration file
   * says, so there is nothing to do for it; another logging library than logback stays as it is.
   *
   * @param node the name of the node, for each line
   */
  public void apply(String node) {
    if (this == JSON && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      for (Logger logger : context.getLoggerList()) {
        for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders();
            all.hasNext(); ) {
          if (all.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
            JsonLog encoder = new JsonLog(node);
            encoder.setContext(context);
            encoder.start();
            appender.setEncoder(encoder);
          }
        }
      }
    }
  }
}
