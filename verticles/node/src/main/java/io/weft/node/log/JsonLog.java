package io.weft.node.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.json.Json;
import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.telemetry.trace.TraceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: ts, level, logger, msg, node; in a trace trace_id, span_id and
 * trace_flags; in a handler service and method; error with a stack trace. Call and trace are those
 * of the code that logs, found by its Vert.x context, so nothing has to be put into an MDC and
 * nothing can stay there. For appenders that write on the thread that logs.
 */
public final class JsonLog extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  private final String node;
  private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

  /**
   * Creates an encoder.
   *
   * @param node the name of the node
   */
  public JsonLog(String node) {
    this.node = node;
  }

  @Override
  public void start() {
    traces.start();
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ts", Instant.ofEpochMilli(event.getTimeStamp()).toString());
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("msg", String.valueOf(event.getFormattedMessage()));
    line.put("node", node);
    addTrace(line);
    addCall(line);
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        line.putIfAbsent(pair.key, String.valueOf(pair.value));
      }
    }
    if (event.getThrowableProxy() != null) {
      line.put("error", traces.convert(event));
    }
    return (Json.encode(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void addTrace(Map<String, Object> line) {
    SpanContext span = TraceContext.current();
    if (span.isValid()) {
      line.put("trace_id", span.getTraceId());
      line.put("span_id", span.getSpanId());
      line.put("trace_flags", span.getTraceFlags().asHex());
    }
  }

  private static void addCall(Map<String, Object> line) {
    CallContext context = CallContext.current();
    Call handler = context == null ? null : context.handler();
    if (handler != null) {
      line.put("service", handler.spec().name().service());
      line.put("method", handler.spec().name().method());
    }
  }
}
