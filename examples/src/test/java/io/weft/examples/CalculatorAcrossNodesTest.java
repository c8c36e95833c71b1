package io.weft.examples;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every method of the calculator, called from another node. */
class CalculatorAcrossNodesTest extends CalculatorTest {
  private Node server;

  @Override
  @BeforeAll
  void start() {
    Node.Pair pair = Node.pair();
    server = pair.a();
    caller = pair.b();
    server.serve(Calculator.class, new SimpleCalculator(server.mesh()));
    String name = Calculator.class.getName();
    await().until(() -> !caller.mesh().registry().table().endpoints(name, 1).isEmpty());
    calculator = caller.mesh().client(Calculator.class);
  }

  @Override
  boolean subscriptionIsKnown() {
    return !server.mesh().registry().table().node(caller.mesh().node()).subscriptions().isEmpty();
  }

  @Override
  @AfterAll
  void stop() {
    caller.close();
    server.close();
  }
}
