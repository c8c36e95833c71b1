package io.weft.examples;

import io.weft.junit5.MeshNodes;
import io.weft.junit5.MeshTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every method of the calculator, called from another node. */
@MeshTest(nodes = 2)
class CalculatorAcrossNodesTest extends CalculatorTest {
  private MeshNodes nodes;

  @Override
  @BeforeAll
  void start() {
    caller = Node.of(nodes, 0);
    nodes.serve(1, Calculator.class, new SimpleCalculator(nodes.mesh(1)));
    calculator = nodes.client(0, Calculator.class);
  }

  @Override
  boolean subscriptionIsKnown() {
    return !nodes.mesh(1).registry().table().node(caller.mesh().node()).subscriptions().isEmpty();
  }

  @Override
  @AfterAll
  void stop() {
    // The nodes are closed with the class.
  }
}
