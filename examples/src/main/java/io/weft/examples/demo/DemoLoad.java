package io.weft.examples.demo;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import io.weft.examples.SimpleCalculator;
import io.weft.examples.alerts.Alert;
import io.weft.examples.alerts.AlertDesk;
import io.weft.mesh.Mesh;
import io.weft.registry.NodeEntry;
import io.weft.registry.Table;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls the examples all the time, wherever in the mesh they are served, and counts. Calls begin
 * when every service has an instance.
 *
 * <p>What counts as failed: a wrong answer; a call that failed for its caller, after whatever
 * repetitions its semantics allow; an event or a one-way call that arrived twice, or that never
 * arrived while no node came, went or drained. What the semantics leave open is counted apart:
 * {@code undelivered} are events and one-way calls that got lost around such a change, {@code
 * repeated} are attempts of streams and of plain Vert.x calls that broke with their callee and were
 * made again by this caller. All methods called here are idempotent, so no failure is hidden by
 * that. While no node changes both stay 0.
 *
 * <p>The rate of unary calls a second is {@code rate} in the verticle's configuration, else the
 * system property {@code weft.demo.rate}, else 1,000; of each other pattern it is a twentieth.
 */
public final class DemoLoad extends VerticleBase implements DemoStats {
  private static final long TICK_MILLIS = 10;
  private static final int OTHERS = 20;

  private final Mesh mesh;
  private long changedNanos = System.nanoTime();
  private final Counts counts = new Counts(changedNanos);
  private final Deliveries lines = new Deliveries(Pattern.ONE_WAY, counts);
  private final Deliveries alerts = new Deliveries(Pattern.PUBLISH_SUBSCRIBE, counts);
  private Set<?> members = Set.of();
  private double unaryDue;
  private double othersDue;
  private boolean ready;

  /**
   * Creates a load.
   *
   * @param mesh where the examples are served
   */
  public DemoLoad(Mesh mesh) {
    this.mesh = mesh;
  }

  @Override
  public Future<?> start() {
    double rate = config().getDouble("rate", (double) Integer.getInteger("weft.demo.rate", 1_000));
    DemoCalls calls = new DemoCalls(mesh, new Checked(vertx, counts));
    return mesh.topic(SimpleCalculator.LOG_TOPIC, String.class)
        .subscribe(event -> line(event.value()))
        .compose(
            subscribed ->
                mesh.topic(AlertDesk.HANDLED, Alert.class)
                    .subscribe(event -> handled(event.value())))
        .compose(subscribed -> mesh.serve(DemoStats.class, this))
        .onSuccess(
            served -> {
              vertx.setPeriodic(TICK_MILLIS, id -> tick(calls, rate * TICK_MILLIS / 1_000));
              vertx.setPeriodic(1_000, id -> second());
            });
  }

  private void tick(DemoCalls calls, double due) {
    watch(mesh.registry().table());
    if (!ready || calls.inFlight() > due * 100) {
      return;
    }
    for (unaryDue += due; unaryDue >= 1; unaryDue--) {
      calls.unary();
    }
    for (othersDue += due / OTHERS; othersDue >= 1; othersDue--) {
      calls.others();
      long now = System.nanoTime();
      calls.log(mesh.node() + " " + lines.send(now));
      calls.alert(mesh.node(), alerts.send(now));
    }
  }

  private void watch(Table table) {
    Set<?> present =
        table.nodes().stream()
            .map(node -> new Member(node.node(), node.incarnation(), node.state()))
            .collect(Collectors.toSet());
    if (!present.equals(members)) {
      members = present;
      changedNanos = System.nanoTime();
    }
    ready = ready || table.services().containsAll(DemoCalls.SERVICES);
  }

  private record Member(String node, long incarnation, NodeEntry.State state) {}

  private void second() {
    long now = System.nanoTime();
    counts.nextSecond(now);
    lines.judge(now, changedNanos);
    alerts.judge(now, changedNanos);
  }

  private void line(String text) {
    String mine = mesh.node() + " ";
    if (text.startsWith(mine)) {
      lines.arrived(Long.parseLong(text.substring(mine.length())));
    }
  }

  private void handled(Alert alert) {
    if (alert.source().equals(mesh.node())) {
      alerts.arrived(alert.number());
    }
  }

  @Override
  public Future<JsonObject> snapshot() {
    return Future.succeededFuture(counts.snapshot(System.nanoTime()));
  }
}
