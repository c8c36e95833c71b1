package io.weft.examples.demo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.weft.examples.BinaryOp;
import io.weft.examples.Calculator;
import io.weft.examples.Greeter;
import io.weft.examples.HelloReply;
import io.weft.examples.HelloRequest;
import io.weft.examples.Statistics;
import io.weft.examples.alerts.Alert;
import io.weft.examples.alerts.Alerts;
import io.weft.examples.dashboard.Dashboard;
import io.weft.examples.dashboard.Page;
import io.weft.examples.legacy.Legacy;
import io.weft.examples.users.Profile;
import io.weft.examples.users.Users;
import io.weft.mesh.ClientOptions;
import io.weft.mesh.Mesh;
import io.weft.registry.Strategy;
import io.weft.stream.Streams;
import io.weft.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The calls of the demo, in turn. On one event loop. */
final class DemoCalls {
  /** What is called. */
  static final List<String> SERVICES =
      List.of(Greeter.class, Calculator.class, Users.class, Alerts.class, Dashboard.class).stream()
          .map(Class::getName)
          .toList();

  private static final HelloReply GREETING = new HelloReply("Hello, ada!");
  private static final List<Double> SEQUENCE =
      List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);

  private final Checked checked;
  private final Greeter greeter;
  private final Calculator calculator;
  private final Users users;
  private final Dashboard dashboard;
  private final Legacy legacy;
  private final Topic<Alert> cpu;
  private int turn;

  DemoCalls(Mesh mesh, Checked checked) {
    this.checked = checked;
    // Near instances are not preferred, since calls shall cross nodes; and no call waits for ever.
    ClientOptions everywhere =
        ClientOptions.defaults()
            .withLocality(Strategy.Locality.NONE)
            .withDeadline(Duration.ofSeconds(5));
    greeter = mesh.client(Greeter.class, everywhere);
    calculator = mesh.client(Calculator.class, everywhere);
    users = mesh.client(Users.class, everywhere);
    dashboard = mesh.client(Dashboard.class, everywhere);
    legacy =
        mesh.client(Legacy.class, ClientOptions.defaults().withDeadline(Duration.ofSeconds(1)));
    cpu = mesh.topic("system.alerts.cpu", Alert.class);
  }

  int inFlight() {
    return checked.inFlight();
  }

  void unary() {
    double x = turn++ % 1_000;
    switch (turn % 10) {
      case 0 -> checked.unary(() -> greeter.sayHello(new HelloRequest("ada")), GREETING);
      case 1 -> checked.unary(() -> users.profile("grace").map(Profile::name), "Grace");
      case 2 -> checked.unary(() -> dashboard.page("ada").map(DemoCalls::right), true);
      case 3, 4, 5 -> checked.unary(() -> calculator.multiply(x, 2), x * 2);
      default -> checked.unary(() -> calculator.add(x, 0.5), x + 0.5);
    }
  }

  /** A page may lack what did not come in time, and says so; what it has must be right. */
  private static boolean right(Page page) {
    Profile profile = page.profile();
    return (page.missing().containsKey("greeting")
            || Objects.equals(page.greeting(), GREETING.message()))
        && (page.missing().containsKey("profile")
            || profile != null && profile.name().equals("Ada"));
  }

  void others() {
    checked.repeatable(
        Pattern.SERVER_STREAM,
        () -> Streams.toList(calculator.generateSequence(SEQUENCE.size())),
        SEQUENCE);
    checked.repeatable(
        Pattern.CLIENT_STREAM,
        () -> calculator.computeStatistics(Streams.from(SEQUENCE)),
        new Statistics(55, 5.5, 1, 10, 10));
    List<BinaryOp> operations =
        List.of(
            new BinaryOp.Plus(7, turn),
            new BinaryOp.Minus(7, turn),
            new BinaryOp.Times(7, turn),
            new BinaryOp.Over(7, 2));
    checked.repeatable(
        Pattern.BIDIRECTIONAL,
        () -> Streams.toList(calculator.streamingCalculator(Streams.from(operations))),
        operations.stream().map(BinaryOp::result).toList());
    JsonObject document = new JsonObject().put("text", "warp and weft");
    checked.repeatable(
        Pattern.PROXY_GEN, () -> legacy.count(document), document.copy().put("words", 3));
  }

  /** Confirmed by the topic on which a calculator publishes its log. */
  void log(String line) {
    calculator.log(line);
  }

  /** Confirmed by the desk that handles it. */
  Future<Void> alert(String source, long number) {
    return cpu.publish(new Alert(source, number, number % 100 / 100.0, Instant.now()));
  }
}
