package io.weft.node.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import io.weft.call.CallScope;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonLogTest {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("com.acme.Shop");
  private final JsonLog log = new JsonLog("n1");

  @BeforeEach
  void start() {
    log.setContext(context);
    log.start();
  }

  private JsonObject line(Throwable error, String message, Object... arguments) {
    LoggingEvent event = new LoggingEvent("x", logger, Level.WARN, message, error, arguments);
    String text = new String(log.encode(event), StandardCharsets.UTF_8);
    assertThat(text).endsWith("}\n").hasLineCount(1);
    return new JsonObject(text);
  }

  @Test
  void line_isOneObject() {
    JsonObject json = line(null, "say \"{}\"\n{}", "hello", 7);
    assertThat(json.getString("msg")).isEqualTo("say \"hello\"\n7");
    assertThat(json.getString("level")).isEqualTo("WARN");
    assertThat(json.getString("logger")).isEqualTo("com.acme.Shop");
    assertThat(json.getString("node")).isEqualTo("n1");
    assertThat(json.getInstant("ts")).isNotNull();
    assertThat(json.fieldNames()).doesNotContain("trace_id", "service", "error");
  }

  @Test
  void error_hasItsTrace() {
    JsonObject json = line(new IllegalStateException("bad"), "failed");
    assertThat(json.getString("error"))
        .startsWith("java.lang.IllegalStateException: bad")
        .contains("JsonLogTest");
  }

  @Test
  void trace_isThatOfTheRunningCode() {
    JsonObject json = CallScope.inherit().trace(PARENT).run(() -> line(null, "in a trace"));
    assertThat(json.getString("trace_id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(json.getString("span_id")).isEqualTo("b7ad6b7169203331");
    assertThat(json.getString("trace_flags")).isEqualTo("01");
  }
}
