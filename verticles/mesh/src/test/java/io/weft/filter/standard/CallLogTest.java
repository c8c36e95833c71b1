package io.weft.filter.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Metadata;
import io.weft.call.Principal;
import io.weft.contract.Code;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallLogTest {
  private static final long MILLI = 1_000_000;

  record Login(String user, String password, List<Integer> numbers) {}

  /** Keeps what is written. */
  private static final class Lines implements System.Logger {
    final List<String> all = new ArrayList<>();
    Level least = Level.INFO;

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.getSeverity() >= least.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      all.add(level + " " + text);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {
      all.add(level + " " + format);
    }
  }

  private final Lines lines = new Lines();

  private CallLog made(CallLogOptions options) {
    return CallLog.made(options).writingTo(lines, new Random(7));
  }

  private static CallFailure failure(Code code, String message) {
    return CallFailure.notProcessed(code, message);
  }

  private static Call call(Object request) {
    Principal ada = new Principal("ada lovelace", Set.of("admin"), Map.of("card", "4711"));
    CallScope scope = CallScope.detached().principal(ada).baggage("session", "s3cr3t");
    Call call =
        new Call(
            Calls.spec("get", Shape.UNARY, WellKnown.STRING),
            request,
            null,
            scope,
            Call.Time.of(0, 0));
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    call.metadata(call.metadata().withTrace(Metadata.TRACEPARENT, trace));
    return call;
  }

  @Test
  void goodCall_isOneLineWithoutPayload() {
    Call call = call("the request");
    call.target("node-b");
    made(CallLogOptions.DEFAULT).exit(call, null, 1_302_400);
    assertThat(lines.all)
        .containsExactly(
            "INFO call=made method=test.Service/get code=OK millis=1.302"
                + " principal=\"ada lovelace\" node=node-b attempt=1"
                + " trace=4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void servedCall_namesItsCallerAndAttempt() {
    Call incoming =
        Call.incoming(
            Calls.spec("get", Shape.UNARY, WellKnown.STRING),
            "x",
            null,
            Call.Time.of(0, 0),
            new Call.Origin("node-a", 2, Metadata.EMPTY));
    CallLog.served(CallLogOptions.DEFAULT)
        .writingTo(lines, new Random())
        .exit(incoming, failure(Code.UNAVAILABLE, "no \"room\"\nfake=1"), MILLI);
    assertThat(lines.all)
        .containsExactly(
            "WARNING call=served method=test.Service/get code=UNAVAILABLE millis=1.000 node=node-a"
                + " attempt=2 fate=NOT_PROCESSED message=\"no \\\"room\\\"\\u000afake=1\"");
  }

  @Test
  void levels_tellWhoseFaultItIs() {
    for (Code code : Code.values()) {
      made(CallLogOptions.DEFAULT).exit(call("x"), failure(code, "m"), 0);
    }
    assertThat(lines.all.stream().filter(line -> line.startsWith("WARNING")))
        .hasSize(6)
        .allMatch(
            line ->
                line.matches(
                    ".*code=(UNKNOWN|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED|INTERNAL|UNAVAILABLE"
                        + "|DATA_LOSS) .*"));
    assertThat(lines.all).hasSize(16);
  }

  @Test
  void slowCall_isWrittenWhateverTheSampling() {
    CallLog log = made(CallLogOptions.DEFAULT.withSampling(0).withSlow(Duration.ofMillis(50)));
    log.exit(call("x"), null, 50 * MILLI - 1);
    assertThat(lines.all).isEmpty();
    log.exit(call("x"), null, 50 * MILLI);
    assertThat(lines.all).singleElement().asString().startsWith("WARNING").contains(" slow=true ");
    made(CallLogOptions.DEFAULT.withSampling(0).withSlow(Duration.ZERO))
        .exit(call("x"), null, Long.MAX_VALUE / 2);
    assertThat(lines.all).hasSize(1);
  }

  @Test
  void sampling_keepsItsShareOfGoodCallsAndAllFailures() {
    CallLogOptions options = CallLogOptions.DEFAULT.withSampling(0.1).withLinesPerSecond(100_000);
    CallLog log = made(options);
    for (int i = 0; i < 10_000; i++) {
      log.exit(call("x"), null, 1);
    }
    assertThat(lines.all).hasSizeBetween(900, 1_100);
    lines.all.clear();
    for (int i = 0; i < 100; i++) {
      log.exit(call("x"), failure(Code.NOT_FOUND, "m"), 1);
    }
    assertThat(lines.all).hasSize(100);
  }

  @Test
  void flood_isCutAndCounted() {
    CallLog log = made(CallLogOptions.DEFAULT.withLinesPerSecond(10).withSlow(Duration.ZERO));
    for (int i = 0; i < 25; i++) {
      log.exit(call("x"), failure(Code.UNAVAILABLE, "m"), 1_000 * MILLI + i);
    }
    assertThat(lines.all).hasSize(10);
    log.exit(call("x"), failure(Code.UNAVAILABLE, "m"), 2_001 * MILLI);
    assertThat(lines.all)
        .hasSize(12)
        .contains("WARNING call=made skipped=15 lines=\"more than 10 a second\"");
  }

  @Test
  void clockBelowZero_isAClock() {
    CallLog log = made(CallLogOptions.DEFAULT.withLinesPerSecond(1));
    for (int second = 0; second < 3; second++) {
      log.exit(call("x"), null, (second - 5_000_000L) * 1_000 * MILLI);
    }
    assertThat(lines.all).hasSize(3);
  }

  @Test
  void secrets_areNeverWritten() {
    Login login = new Login("ada", "a,b]c", List.of(1, 2, 3));
    CallLog log = made(CallLogOptions.DEFAULT.withPayloadChars(200));
    log.exit(call(login), null, 1);
    assertThat(lines.all)
        .singleElement()
        .asString()
        .endsWith("request=\"Login[user=\\\"ada\\\", password=***, numbers=[1, 2, 3]]\"")
        .doesNotContain("a,b")
        .doesNotContain("4711")
        .doesNotContain("s3cr3t");
  }

  @Test
  void payload_isBounded() {
    Login login = new Login("a".repeat(1_000_000), "x", List.of());
    made(CallLogOptions.DEFAULT.withPayloadChars(50)).exit(call(login), null, 1);
    assertThat(lines.all.get(0)).hasSizeLessThan(350).contains("aaaa…");
  }

  @Test
  void messagesThatQuoteTheRequest_comeWithThePayloadOnly() {
    CallFailure invalid = failure(Code.INVALID_ARGUMENT, "name: 4711");
    made(CallLogOptions.DEFAULT).exit(call("x"), invalid, 1);
    made(CallLogOptions.DEFAULT.withPayloadChars(10)).exit(call("x"), invalid, 1);
    made(CallLogOptions.DEFAULT.withMessages(false))
        .exit(call("x"), failure(Code.INTERNAL, "name: 4712"), 1);
    assertThat(lines.all.get(0)).doesNotContain("4711");
    assertThat(lines.all.get(1)).contains("4711");
    assertThat(lines.all.get(2)).doesNotContain("4712");
  }

  @Test
  void others_areNotWritten() {
    made(CallLogOptions.DEFAULT.withOnly(spec -> spec.name().method().equals("put")))
        .exit(call("x"), null, 1);
    lines.least = System.Logger.Level.WARNING;
    made(CallLogOptions.DEFAULT).exit(call("x"), null, 1);
    assertThat(lines.all).isEmpty();
  }

  @Test
  void requestThatCannotBeRead_isNoFailureOfTheCall() {
    Object hostile =
        new java.util.AbstractList<String>() {
          @Override
          public @Nullable String get(int index) {
            throw new IllegalStateException("hostile");
          }

          @Override
          public int size() {
            return 3;
          }
        };
    made(CallLogOptions.DEFAULT.withPayloadChars(100)).exit(call(hostile), null, 1);
    assertThat(lines.all.get(0)).contains("cannot be written: IllegalStateException");
  }

  @Test
  void wrongOptions_areNamed() {
    CallLogOptions options = CallLogOptions.DEFAULT;
    assertThatThrownBy(() -> options.withSampling(1.5))
        .hasMessage("sampling: 1.5 (expected: 0 to 1)");
    assertThatThrownBy(() -> options.withSampling(Double.NaN))
        .hasMessageContaining("sampling: NaN");
    assertThatThrownBy(() -> options.withSlow(Duration.ofMillis(-1)))
        .hasMessageContaining("slow: PT-0.001S");
    assertThatThrownBy(() -> options.withLinesPerSecond(0))
        .hasMessageContaining("linesPerSecond: 0");
    assertThatThrownBy(() -> options.withPayloadChars(10_001))
        .hasMessageContaining("payloadChars: 10001");
  }
}
