package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.weft.call.CallContext;
import io.weft.call.CallScope;
import io.weft.call.Metadata;
import io.weft.stream.Streams;
import io.weft.telemetry.Telemetry;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Node 0 calls the relay on node 1, whose handler calls the probe on node 2. */
class TracesTest {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("rpc.system.name");
  private static final AttributeKey<String> STATUS = AttributeKey.stringKey("rpc.status_code");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final String RELAY = "io.weft.mesh.Relay/pass";
  private static final String COUNT = "io.weft.mesh.Probe/count";

  private static final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private static final Queue<String> told = new ConcurrentLinkedQueue<>();
  private static final AtomicInteger asked = new AtomicInteger();
  private static volatile boolean sampled = true;
  private static OpenTelemetrySdk sdk;
  private static Nodes nodes;
  private static ProbeService service;
  private static Relay relay;
  private static Probe probe;

  @BeforeAll
  static void start() {
    Sampler on = Sampler.alwaysOn();
    Sampler switched =
        new Sampler() {
          @Override
          public io.opentelemetry.sdk.trace.samplers.SamplingResult shouldSample(
              Context parent,
              String trace,
              String name,
              SpanKind kind,
              io.opentelemetry.api.common.Attributes attributes,
              List<io.opentelemetry.sdk.trace.data.LinkData> links) {
            asked.incrementAndGet();
            return (sampled ? on : Sampler.alwaysOff())
                .shouldSample(parent, trace, name, kind, attributes, links);
          }

          @Override
          public String getDescription() {
            return "switched";
          }
        };
    sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(switched)
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    nodes = new Nodes(3, MeshOptions.defaults().withTelemetry(Telemetry.NONE.withTraces(sdk)));
    service = new ProbeService("two");
    get(nodes.mesh.get(2).serve(Probe.class, service));
    get(nodes.mesh.get(1).serve(Relay.class, TracesTest::passed));
    relay = nodes.mesh.get(0).client(Relay.class);
    probe = nodes.mesh.get(0).client(Probe.class);
    Probe fromOne = nodes.mesh.get(1).client(Probe.class);
    await().until(() -> get(relay.pass("").otherwise("")).equals("none"));
    await().until(() -> get(fromOne.count("warm").otherwise(0)) > 0);
    await().until(() -> get(probe.count("warm").otherwise(0)) > 0);
  }

  @AfterAll
  static void stop() {
    nodes.close();
    sdk.close();
  }

  @BeforeEach
  void forget() {
    sampled = true;
    told.clear();
    spans.reset();
  }

  private static Future<String> passed(String wish) {
    Probe next = nodes.mesh.get(1).client(Probe.class);
    Vertx vertx = nodes.vertx.get(1);
    return switch (wish) {
      case "count" -> next.count("passed").map(String::valueOf);
      case "span" -> Future.succeededFuture(Span.current().getSpanContext().getSpanId());
      case "later" -> {
        Promise<String> later = Promise.promise();
        vertx.setTimer(1, t -> later.complete(Span.current().getSpanContext().getSpanId()));
        yield later.future();
      }
      case "detached" -> CallScope.detached().run(() -> next.count("detached").map("done"));
      case "publish" ->
          nodes.mesh.get(1).topic("traced", String.class).publish("event").map("done");
      case "parent" -> {
        CallContext call = Objects.requireNonNull(CallContext.current());
        boolean bare = call.metadata() == Metadata.EMPTY;
        String parent = call.metadata().trace(Metadata.TRACEPARENT);
        yield next.count("parent").map(bare ? "bare" : String.valueOf(parent));
      }
      default -> Future.succeededFuture("none");
    };
  }

  /** Servers end their span before the reply leaves, callers before the future completes. */
  private static List<SpanData> spans(int count) {
    await().until(() -> spans.getFinishedSpanItems().size() >= count);
    List<SpanData> all = spans.getFinishedSpanItems();
    assertThat(all).hasSize(count);
    return all;
  }

  private static SpanData one(List<SpanData> all, SpanKind kind, String name) {
    List<SpanData> found =
        all.stream().filter(s -> s.getKind() == kind && s.getName().equals(name)).toList();
    assertThat(found).as(kind + " " + name + " in " + all).hasSize(1);
    return found.get(0);
  }

  @Test
  void chain_overThreeNodes_isOneTrace() {
    get(relay.pass("count"));
    List<SpanData> all = spans(4);
    SpanData first = one(all, SpanKind.CLIENT, RELAY);
    SpanData second = one(all, SpanKind.SERVER, RELAY);
    SpanData third = one(all, SpanKind.CLIENT, COUNT);
    SpanData fourth = one(all, SpanKind.SERVER, COUNT);
    assertThat(first.getParentSpanContext().isValid()).isFalse();
    assertThat(second.getParentSpanId()).isEqualTo(first.getSpanId());
    assertThat(third.getParentSpanId()).isEqualTo(second.getSpanId());
    assertThat(fourth.getParentSpanId()).isEqualTo(third.getSpanId());
    assertThat(all).extracting(SpanData::getTraceId).containsOnly(first.getTraceId());
    assertThat(all)
        .allSatisfy(
            s -> {
              assertThat(s.getAttributes().get(SYSTEM)).isEqualTo("weft");
              assertThat(s.getAttributes().get(METHOD)).isEqualTo(s.getName());
              assertThat(s.getAttributes().get(STATUS)).isEqualTo("OK");
              assertThat(s.getAttributes().get(ERROR)).isNull();
            });
  }

  @Test
  void attempts_areEventsOfTheClientSpan() {
    get(probe.count("events"));
    SpanData client = one(spans(2), SpanKind.CLIENT, COUNT);
    assertThat(client.getEvents()).hasSize(1);
    assertThat(client.getEvents().get(0).getName()).isEqualTo("rpc.attempt");
    var attributes = client.getEvents().get(0).getAttributes();
    assertThat(attributes.get(AttributeKey.longKey("weft.attempt"))).isEqualTo(1);
    assertThat(attributes.get(AttributeKey.stringKey("weft.node")))
        .isEqualTo(nodes.mesh.get(2).node());
    assertThat(attributes.get(STATUS)).isEqualTo("OK");
  }

  @Test
  void failure_isTold_andIsNoFaultOfTheServer() {
    failure(probe.refuse("no"));
    String name = "io.weft.mesh.Probe/refuse";
    List<SpanData> all = spans(2);
    SpanData client = one(all, SpanKind.CLIENT, name);
    assertThat(client.getAttributes().get(STATUS)).isEqualTo("FAILED_PRECONDITION");
    assertThat(client.getAttributes().get(ERROR)).isEqualTo("FAILED_PRECONDITION");
    assertThat(client.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    SpanData server = one(all, SpanKind.SERVER, name);
    assertThat(server.getAttributes().get(STATUS)).isEqualTo("FAILED_PRECONDITION");
    assertThat(server.getAttributes().get(ERROR)).isNull();
    assertThat(server.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void callersOwnSpan_isTheParent() {
    Span mine = sdk.getTracer("test").spanBuilder("mine").startSpan();
    Future<Integer> reply;
    try (Scope scope = mine.makeCurrent()) {
      reply = probe.count("mine");
    }
    get(reply);
    mine.end();
    SpanData client = one(spans(3), SpanKind.CLIENT, COUNT);
    assertThat(client.getParentSpanId()).isEqualTo(mine.getSpanContext().getSpanId());
    assertThat(client.getTraceId()).isEqualTo(mine.getSpanContext().getTraceId());
  }

  @Test
  void handler_currentSpanIsTheServers_alsoLater() {
    String at = get(relay.pass("span"));
    assertThat(one(spans(2), SpanKind.SERVER, RELAY).getSpanId()).isEqualTo(at);
    spans.reset();
    String later = get(relay.pass("later"));
    assertThat(one(spans(2), SpanKind.SERVER, RELAY).getSpanId()).isEqualTo(later);
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void detachedScope_staysInTheTrace() {
    get(relay.pass("detached"));
    List<SpanData> all = spans(4);
    assertThat(one(all, SpanKind.CLIENT, COUNT).getParentSpanId())
        .isEqualTo(one(all, SpanKind.SERVER, RELAY).getSpanId());
  }

  @Test
  void notSampled_nothingTravels_andNobodyBelowBegins() {
    sampled = false;
    asked.set(0);
    assertThat(get(relay.pass("parent"))).isEqualTo("bare");
    assertThat(asked).as("decisions: the root's only").hasValue(1);
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void notSampledElsewhere_isHonoured_andPassedOn() {
    SpanContext outside =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getDefault(),
            TraceState.getDefault());
    Future<String> reply;
    try (Scope scope = Context.root().with(Span.wrap(outside)).makeCurrent()) {
      reply = relay.pass("parent");
    }
    assertThat(get(reply)).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void stream_spansEndWithIt() {
    String name = "io.weft.mesh.Probe/numbers";
    assertThat(get(Streams.toList(probe.numbers(3)))).hasSize(3);
    List<SpanData> all = spans(2);
    assertThat(one(all, SpanKind.SERVER, name).getParentSpanId())
        .isEqualTo(one(all, SpanKind.CLIENT, name).getSpanId());
  }

  @Test
  void longStream_hasNoFinishedSpanWhileItRuns() {
    Promise<Integer> first = Promise.promise();
    var numbers = probe.numbers(10_000);
    numbers.pause();
    numbers.handler(first::tryComplete);
    numbers.fetch(1);
    get(first.future());
    assertThat(spans.getFinishedSpanItems()).isEmpty();
    numbers.handler(n -> {});
    numbers.resume();
    spans(2);
  }

  @Test
  void oneWay_isTraced() {
    probe.tell("traced");
    String name = "io.weft.mesh.Probe/tell";
    List<SpanData> all = spans(2);
    assertThat(one(all, SpanKind.SERVER, name).getParentSpanId())
        .isEqualTo(one(all, SpanKind.CLIENT, name).getSpanId());
  }

  @Test
  void topic_subscribersCallsJoinTheTrace() {
    Mesh two = nodes.mesh.get(2);
    Probe local = two.client(Probe.class);
    var subscription =
        get(
            two.topic("traced", String.class)
                .subscribe(event -> local.count("event").onComplete(done -> told.add("done"))));
    await()
        .until(
            () -> {
              spans.reset();
              get(relay.pass("publish"));
              return !told.isEmpty();
            });
    await().until(() -> spans.getFinishedSpanItems().size() >= 4);
    List<SpanData> all = spans.getFinishedSpanItems();
    SpanData publisher = one(all, SpanKind.SERVER, RELAY);
    SpanData fromEvent =
        all.stream()
            .filter(s -> s.getKind() == SpanKind.CLIENT && s.getName().equals(COUNT))
            .max(Comparator.comparing(SpanData::getStartEpochNanos))
            .orElseThrow();
    assertThat(fromEvent.getTraceId()).isEqualTo(publisher.getTraceId());
    assertThat(fromEvent.getParentSpanId()).isEqualTo(publisher.getSpanId());
    get(subscription.close());
  }
}
