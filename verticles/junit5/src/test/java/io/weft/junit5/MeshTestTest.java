package io.weft.junit5;

import static io.weft.junit5.Kit.failures;
import static io.weft.junit5.Kit.succeeds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxTestContext;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshOptions;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The extension, as it runs test classes. */
class MeshTestTest {
  @Test
  void values_areInjectedEverywhere() {
    succeeds(Injected.class, 2);
  }

  @MeshTest(nodes = 3)
  static class Injected {
    private final Mesh ofConstructor;
    private final String untouched = null;
    private Mesh mesh;

    @Node(1)
    private Mesh second;

    private MeshNodes nodes;
    private Faults faults;
    private Greeter greeter;

    @Node(2)
    private Greeter third;

    Injected(Mesh ofConstructor) {
      this.ofConstructor = ofConstructor;
    }

    @BeforeAll
    static void all(MeshNodes nodes, @Node(2) Mesh third) {
      assertThat(nodes.size()).isEqualTo(3);
      assertThat(third).isSameAs(nodes.mesh(2));
      nodes.serve(1, Greeter.class, new Greeting("class"));
    }

    @Test
    void fields() {
      assertThat(mesh).isSameAs(nodes.mesh(0)).isSameAs(ofConstructor);
      assertThat(second).isSameAs(nodes.mesh(1));
      assertThat(faults).isNotNull();
      assertThat(untouched).isNull();
      long before = nodes.mesh(2).stats().calls();
      assertThat(third.hello("Ada").await()).isEqualTo("class");
      assertThat(nodes.mesh(2).stats().calls()).isEqualTo(before + 1);
      assertThat(greeter.hello("Ada").await()).isEqualTo("class");
    }

    @Test
    void parameters(@Node(2) Greeter third, Mesh mesh, VertxTestContext context) {
      assertThat(mesh).isSameAs(this.mesh);
      third
          .hello("Ada")
          .onComplete(
              context.succeeding(name -> context.verify(() -> assertThat(name).isEqualTo("class"))))
          .onComplete(context.succeedingThenComplete());
    }
  }

  @Test
  void nodes_areSharedByTheClassAndItsNestedClasses() {
    Shared.seen.clear();
    succeeds(Shared.class, 3);
    assertThat(Shared.seen).hasSize(1);
    succeeds(OwnNested.class, 2);
  }

  @MeshTest(nodes = 2)
  static class Shared {
    static final Set<String> seen = ConcurrentHashMap.newKeySet();
    private Mesh mesh;

    @Test
    void one() {
      seen.add(mesh.node());
    }

    @Test
    void two() {
      seen.add(mesh.node());
    }

    @Nested
    class Inner {
      private Mesh inner;

      @Test
      void three() {
        assertThat(inner).isSameAs(mesh);
        seen.add(inner.node());
      }
    }
  }

  @MeshTest(nodes = 2)
  static class OwnNested {
    @Test
    void outer(MeshNodes nodes) {
      assertThat(nodes.size()).isEqualTo(2);
    }

    @Nested
    @MeshTest(nodes = 1)
    class Inner {
      @Test
      void own(MeshNodes nodes) {
        assertThat(nodes.size()).isEqualTo(1);
      }
    }
  }

  @Test
  void method_hasNodesOfItsOwn() {
    succeeds(OnMethod.class, 1);
  }

  static class OnMethod {
    private MeshNodes nodes;

    @BeforeEach
    void each(MeshNodes same) {
      assertThat(same).isSameAs(nodes);
    }

    @Test
    @MeshTest(nodes = 2)
    void method(MeshNodes same) {
      assertThat(same).isSameAs(nodes);
      assertThat(same.size()).isEqualTo(2);
    }
  }

  @Test
  void faultsAndServices_endWithTheTest() {
    succeeds(Undone.class, 3);
  }

  @MeshTest(nodes = 3)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Undone {
    private MeshNodes nodes;
    private Greeter greeter;

    @BeforeAll
    void all() {
      nodes.serve(1, Greeter.class, new Greeting("class"));
    }

    @Test
    @Order(1)
    void trouble(Faults faults) {
      nodes.serve(2, Greeter.class, new Greeting("test"));
      nodes.awaitServed(Greeter.class, 2);
      faults.wedge(0);
      faults.cut(0);
      faults.kill(1);
      faults.between(0, 2).dropAll();
    }

    @Test
    @Order(2)
    void nothingIsLeft() {
      nodes.awaitServed(Greeter.class, 1);
      assertThat(greeter.hello("Ada").await()).isEqualTo("class");
      nodes.mesh(2).close().await();
      nodes.serve(0, Greeter.class, new Greeting("test"));
    }

    @Test
    @Order(3)
    void whatLeftIsBack() {
      nodes.awaitServed(Greeter.class, 1);
      assertThat(nodes.mesh(2).registry().table().nodes()).hasSize(3);
    }
  }

  @Test
  void setup_startsNodes() {
    succeeds(Setup.class, 1);
  }

  @MeshTest(nodes = 2, setup = Setup.Own.class)
  static class Setup {
    private static final class Own implements NodeSetup {
      @Override
      public MeshOptions mesh(int node, MeshOptions defaults) {
        return defaults.withZone("zone-" + node);
      }

      @Override
      public Future<?> started(int node, Mesh mesh, Vertx vertx) {
        return node == 1
            ? mesh.serve(Greeter.class, new Greeting("started"))
            : Future.succeededFuture();
      }
    }

    @Test
    void served(MeshNodes nodes, Faults faults, Greeter greeter) {
      assertThat(nodes.mesh(1).registry().own().zone()).isEqualTo("zone-1");
      assertThat(greeter.hello("Ada").await()).isEqualTo("started");
      faults.kill(1).heal();
      assertThat(greeter.hello("Ada").await()).isEqualTo("started");
    }
  }

  @Test
  void classes_runInParallelAndTestsOfOneClassDoNot() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(ParallelOne.class), selectClass(ParallelTwo.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .execute();
    assertThat(failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(4);
  }

  @MeshTest(nodes = 2)
  abstract static class Parallel {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
    private static final Set<Class<?>> RUNNING = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void reset() {
      BOTH.reset();
    }

    @Test
    void one(Faults faults) throws Exception {
      meetsTheOtherClass(faults);
    }

    @Test
    void two(Faults faults) throws Exception {
      meetsTheOtherClass(faults);
    }

    private void meetsTheOtherClass(Faults faults)
        throws InterruptedException, BrokenBarrierException, TimeoutException {
      assertThat(RUNNING.add(getClass())).isTrue();
      // Passed only when a test of each class runs.
      BOTH.await(20, TimeUnit.SECONDS);
      faults.kill(1);
      RUNNING.remove(getClass());
    }
  }

  static class ParallelOne extends Parallel {}

  static class ParallelTwo extends Parallel {}
}
