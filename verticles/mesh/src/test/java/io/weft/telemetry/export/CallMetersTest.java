package io.weft.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Specs;
import io.weft.contract.Code;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.telemetry.CallTelemetry;
import io.weft.telemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallMetersTest {
  private static final long MILLI = 1_000_000;
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private static void call(CallTelemetry telemetry, long millis, @Nullable CallFailure failure) {
    Call call = Specs.call(Specs.of(Shape.UNARY, Semantics.AT_MOST_ONCE, 1));
    telemetry.filters().forEach(f -> f.apply(call, c -> Future.succeededFuture()));
    List<Policy> policies = telemetry.logical();
    policies.forEach(p -> p.enter(call, 0));
    for (int i = policies.size() - 1; i >= 0; i--) {
      policies.get(i).exit(call, failure, millis * MILLI);
    }
  }

  private static CallTelemetry telemetry(Telemetry options) {
    return new CallTelemetry(options, "here", id -> id);
  }

  @Test
  void prometheus_hasTheNormsNamesAndBuckets() {
    CallTelemetry telemetry = telemetry(Telemetry.MEASURED);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new CallMeters(telemetry).bindTo(registry);
    call(telemetry, 3, null);
    call(telemetry, 30, CallFailure.of(Code.INTERNAL, "x"));
    String labels =
        "callee=\"test.Service\",caller=\"here\",%srpc_method=\"test.Service/method\","
            + "rpc_status_code=\"%s\",rpc_system_name=\"weft\"";
    String ok = labels.formatted("", "OK");
    String failed = labels.formatted("error_type=\"INTERNAL\",", "INTERNAL");
    assertThat(registry.scrape())
        .contains("# TYPE rpc_client_call_duration_seconds histogram")
        .contains("rpc_client_call_duration_seconds_bucket{" + ok + ",le=\"0.005\"} 1")
        .contains("rpc_client_call_duration_seconds_bucket{" + failed + ",le=\"0.025\"} 0")
        .contains("rpc_client_call_duration_seconds_bucket{" + failed + ",le=\"0.05\"} 1")
        .contains("rpc_client_call_duration_seconds_bucket{" + failed + ",le=\"+Inf\"} 1")
        .contains("rpc_client_call_duration_seconds_count{" + ok + "} 1")
        .contains("rpc_client_call_duration_seconds_sum{" + ok + "} 0.003")
        .contains("weft_client_calls_active{")
        .contains("weft_client_calls_retries_total{")
        .contains("weft_ejections_total 0");
  }

  @Test
  void openMetrics_hasExemplarsOfTracedCalls() {
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build();
    CallTelemetry telemetry = telemetry(Telemetry.MEASURED.withTraces(sdk));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new CallMeters(telemetry).bindTo(registry);
    call(telemetry, 3, null);
    assertThat(registry.scrape(OPEN_METRICS))
        .containsPattern("le=\"0.005\"} 1 # \\{span_id=\"[0-9a-f]{16}\",trace_id=\"[0-9a-f]{32}\"}")
        .endsWith("# EOF\n");
    assertThat(registry.scrape()).doesNotContain("trace_id");
    sdk.close();
  }

  @Test
  void breakers_areGauges() {
    CallTelemetry telemetry = telemetry(Telemetry.MEASURED);
    telemetry.breakers(() -> Map.of("test.Service", "open"));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new CallMeters(telemetry).bindTo(registry);
    assertThat(registry.scrape())
        .contains("weft_breaker_state{callee=\"test.Service\",state=\"open\"} 1");
  }

  @Test
  void otherRegistries_getTimers() {
    CallTelemetry telemetry = telemetry(Telemetry.MEASURED);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    CallMeters meters = new CallMeters(telemetry);
    meters.bindTo(registry);
    call(telemetry, 3, null);
    meters.refresh(registry);
    call(telemetry, 5, null);
    FunctionTimer timer =
        registry
            .get("rpc.client.call.duration")
            .tag("rpc.method", "test.Service/method")
            .tag("caller", "here")
            .tag("rpc.status_code", "OK")
            .functionTimer();
    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(8);
    assertThat(registry.get("weft.client.calls.active").gauge().value()).isZero();
  }

  @Test
  void none_hasNoPolicies() {
    CallTelemetry telemetry = telemetry(Telemetry.NONE);
    assertThat(telemetry.filters()).isEmpty();
    assertThat(telemetry.logical()).isEmpty();
    assertThat(telemetry.attempt()).isEmpty();
    assertThat(telemetry.server()).isEmpty();
  }
}
