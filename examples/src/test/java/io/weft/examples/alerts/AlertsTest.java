package io.weft.examples.alerts;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.examples.Node;
import io.weft.junit5.MeshNodes;
import io.weft.junit5.MeshTest;
import io.weft.registry.NodeEntry;
import io.weft.stream.InboundStream;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlertsTest {
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final int MANY = 200;

  @Test
  void log_hearsEveryTopicBelowSystem_latestFirst() {
    try (Node node = Node.alone()) {
      node.deploy(new AlertLog(node.mesh()));
      publish(node, "system.alerts.cpu", 1);
      publish(node, "system.disk.full.alert", 2);
      publish(node, "other.alerts.cpu", 3);

      Alerts alerts = node.mesh().client(Alerts.class);
      await().until(() -> ended(alerts.recent(10)).size() == 2);
      assertThat(ended(alerts.recent(10))).containsExactly(alert(2), alert(1));
      assertThat(ended(alerts.recent(1))).containsExactly(alert(2));
      CallFailure failure = catchThrowableOfType(CallFailure.class, () -> ended(alerts.recent(-1)));
      assertThat(failure.code()).isEqualTo(Code.INVALID_ARGUMENT);
    }
  }

  @Test
  void follow_relaysWhatIsPublished() {
    try (Node node = Node.alone()) {
      node.deploy(new AlertLog(node.mesh()));
      Queue<Alert> followed = new ConcurrentLinkedQueue<>();
      ReadStream<Alert> stream =
          node.on(() -> Future.succeededFuture(node.mesh().client(Alerts.class).follow()));
      stream.handler(followed::add);
      // The relay subscribes when the call arrives, so the first events may be before it.
      await()
          .until(
              () -> {
                publish(node, "system.alerts.cpu", 7);
                return !followed.isEmpty();
              });
      assertThat(followed).contains(alert(7));

      ((InboundStream<Alert>) stream).cancel();
      // Then an event is delivered to the log alone: the relay's subscription is gone.
      AtomicLong number = new AtomicLong(100);
      await()
          .until(
              () -> {
                long before = node.mesh().topics().stats().delivered();
                publish(node, "system.alerts.cpu", number.incrementAndGet());
                await().until(() -> latest(node) == number.get());
                return node.mesh().topics().stats().delivered() == before + 1;
              });
    }
  }

  @Test
  @MeshTest(nodes = 2)
  void acrossNodes_everyLogHearsAndOneDeskHandles(MeshNodes nodes) {
    Node a = Node.of(nodes, 0);
    Node b = Node.of(nodes, 1);
    for (Node node : List.of(a, b)) {
      node.deploy(new AlertLog(node.mesh()));
      node.deploy(new AlertDesk(node.mesh()));
    }
    Queue<String> desks = new ConcurrentLinkedQueue<>();
    Queue<Long> handled = new ConcurrentLinkedQueue<>();
    b.on(
        () ->
            b.mesh()
                .topic(AlertDesk.HANDLED, Alert.class)
                .subscribe(
                    event -> {
                      desks.add(event.publisher());
                      handled.add(event.value().number());
                    }));
    await().until(() -> knows(a, b, 3) && knows(b, a, 2));

    LongStream.rangeClosed(1, MANY).forEach(i -> publish(b, "system.alerts.cpu", i));
    await().until(() -> handled.size() >= MANY && latest(a) == MANY && latest(b) == MANY);

    assertThat(handled).doesNotHaveDuplicates().hasSize(MANY);
    assertThat(desks).contains(a.mesh().node(), b.mesh().node());
  }

  private static boolean knows(Node observer, Node other, int subscriptions) {
    NodeEntry entry = observer.mesh().registry().table().node(other.mesh().node());
    return entry != null && entry.subscriptions().size() == subscriptions;
  }

  private static long latest(Node node) {
    List<Alert> latest = ended(node.mesh().client(Alerts.class).recent(1));
    return latest.isEmpty() ? 0 : latest.get(0).number();
  }

  private static void publish(Node node, String topic, long number) {
    ended(node.mesh().topic(topic, Alert.class).publish(alert(number)));
  }

  private static Alert alert(long number) {
    return new Alert("test", number, 0.95, NOON);
  }
}
