package io.weft.examples.demo;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Deployable;
import io.vertx.core.json.JsonObject;
import io.weft.examples.Node;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshStats;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoLoadTest {
  @Test
  void oneNode_everyPatternWorks() throws Exception {
    try (Node node = Node.alone()) {
      run(node, "demo");
      run(node, "demo-load");
      JsonObject snapshot = awaitCounts(node, 20);
      assertThat(snapshot.getInteger("failed")).as("%s", snapshot).isZero();
      assertThat(snapshot.getInteger("repeated")).isZero();
      assertThat(snapshot.getLong("p99Micros")).isPositive();
    }
  }

  @Test
  void twoNodes_callsCross_andADrainLosesNothing() throws Exception {
    try (Node.Pair pair = Node.pair()) {
      run(pair.a(), "demo");
      run(pair.b(), "demo");
      run(pair.a(), "demo-load");
      awaitCounts(pair.a(), 50);
      MeshStats other = pair.b().mesh().stats();
      assertThat(other.served()).isPositive();
      assertThat(other.topics().received()).isPositive();

      ended(pair.b().mesh().drain(Duration.ofSeconds(5)));
      ended(pair.b().mesh().close());
      long before = snapshot(pair.a()).getLong("calls");
      await().until(() -> snapshot(pair.a()).getLong("calls") > before + 500);
      JsonObject snapshot = snapshot(pair.a());
      assertThat(snapshot.getInteger("failed")).as("%s", snapshot).isZero();
    }
  }

  private static JsonObject awaitCounts(Node node, long least) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              JsonObject patterns = snapshot(node).getJsonObject("patterns");
              return patterns.fieldNames().stream()
                  .allMatch(pattern -> patterns.getLong(pattern) >= least);
            });
    return snapshot(node);
  }

  private static JsonObject snapshot(Node node) {
    return ended(node.mesh().client(DemoStats.class).snapshot());
  }

  /** As the demo command does it: the classes that a resource names. */
  private static void run(Node node, String resource) throws Exception {
    for (String name : lines(resource)) {
      Object instance = create(Class.forName(name), node.mesh());
      if (instance instanceof Deployable verticle) {
        node.deploy(verticle);
      } else {
        serve(node, instance.getClass().getInterfaces()[0], instance);
      }
    }
  }

  private static <T> void serve(Node node, Class<T> type, Object instance) {
    node.serve(type, type.cast(instance));
  }

  private static Object create(Class<?> type, Mesh mesh) throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getConstructors()) {
      return constructor.getParameterCount() == 0
          ? constructor.newInstance()
          : constructor.newInstance(mesh);
    }
    throw new AssertionError(type + " has no public constructor");
  }

  private static List<String> lines(String resource) throws IOException {
    String path = "/META-INF/weft/" + resource;
    try (InputStream in = DemoLoadTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
