package io.weft.junit5;

import static io.weft.junit5.Kit.failures;
import static io.weft.junit5.Kit.run;
import static io.weft.junit5.Kit.succeeds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.mesh.Mesh;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the extension says when something is wrong. */
class MeshTestErrorsTest {
  @Test
  void callsInFlight_failTheClass() {
    assertThat(failures(run(Leaking.class)))
        .contains("calls still being served 1000 ms after the last test: node 1: 1");
    succeeds(LeakingOnPurpose.class, 1);
  }

  @MeshTest(nodes = 2)
  static class Leaking {
    @Test
    void leaves(MeshNodes nodes, Greeter greeter) {
      hang(nodes, greeter);
    }

    @BeforeAll
    static void serve(MeshNodes nodes) {
      nodes.serve(1, Greeter.class, HELD);
    }
  }

  @MeshTest(nodes = 2, leaks = MeshTest.Leaks.IGNORE)
  static class LeakingOnPurpose {
    @BeforeAll
    static void serve(MeshNodes nodes) {
      nodes.serve(1, Greeter.class, HELD);
    }

    @Test
    void leaves(MeshNodes nodes, Greeter greeter) {
      hang(nodes, greeter);
    }
  }

  private static final Greeting HELD = new Greeting("held");

  private static void hang(MeshNodes nodes, Greeter greeter) {
    HELD.holding = true;
    Future<String> call = greeter.hello("hang");
    await().until(() -> nodes.mesh(1).stats().inFlight() == 1);
    assertThat(call.isComplete()).isFalse();
  }

  @Test
  void wrongParameters_areExplained() {
    String failures = failures(run(Wrong.class));
    assertThat(failures)
        .contains("Mesh far: node 7 (expected: 0 to 1, as @MeshTest starts 2)")
        .contains("String text: type java.lang.String (expected: Mesh, MeshNodes, Faults or")
        .contains("Runnable plain: no contract: nothing was generated for java.lang.Runnable")
        .contains("MeshNodes all: @Node(1) (expected: none")
        .contains("Vertx vertx: VertxExtension would make one that belongs to no node")
        .contains("No ParameterResolver registered for parameter [java.lang.Thread");
    assertThat(failures(run(WrongField.class)))
        .contains("field far of " + WrongField.class.getName() + ": node 2 (expected: 0 to 1");
    assertThat(failures(run(WrongCount.class))).contains("nodes: 0 (expected: 1 to 16)");
    assertThat(failures(run(WrongSetup.class)))
        .contains("(expected: a static class with a constructor without parameters)");
  }

  @MeshTest(nodes = 2)
  static class Wrong {
    @Test
    void index(@Node(7) Mesh far) {}

    @Test
    void type(@Node(1) String text) {}

    @Test
    void contract(@Node(1) Runnable plain) {}

    @Test
    void all(@Node(1) MeshNodes all) {}

    @Test
    void vertx(Vertx vertx) {}

    @Test
    void stranger(Thread thread) {}
  }

  @MeshTest(nodes = 2)
  static class WrongField {
    @Node(2)
    private Mesh far;

    @Test
    void any() {}
  }

  @MeshTest(nodes = 0)
  static class WrongCount {
    @Test
    void any() {}
  }

  @MeshTest(setup = WrongSetup.Own.class)
  static class WrongSetup {
    private record Own(int value) implements NodeSetup {}

    @Test
    void any() {}
  }
}
