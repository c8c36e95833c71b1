package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.registry.ContractEntry;
import io.weft.topic.Event;
import io.weft.topic.RawEvent;
import io.weft.topic.SubscribeOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Events that are in no contract: they travel, and every node can find out what they look like. */
class EventsTest {
  private static final String TYPE = "io.weft.mesh.Measured";

  @Test
  void meshEvent_travels_andEveryNodeFindsItsDescriptors() throws IOException {
    try (Nodes nodes = new Nodes(2, MeshOptions.defaults())) {
      Mesh publisher = nodes.mesh.get(0);
      Mesh reader = nodes.mesh.get(1);
      assertThat(((CallFailure) failure(reader.registry().event(TYPE))).code())
          .isEqualTo(Code.NOT_FOUND);
      // As the command line does it: nothing on this node knows the type.
      List<RawEvent> raw = new CopyOnWriteArrayList<>();
      get(reader.topics().subscribeRaw("m.>", SubscribeOptions.defaults(), raw::add));
      await()
          .until(
              () ->
                  publisher.registry().table().nodes().stream()
                      .anyMatch(n -> !n.subscriptions().isEmpty()));
      Measured value = new Measured.Value(21.5, "roof");
      get(publisher.topic("m.roof", Measured.class).publish(value));
      await().until(() -> raw.size() == 1);
      assertThat(raw.get(0).type()).isEqualTo(TYPE);
      await()
          .ignoreExceptions()
          .until(
              () ->
                  get(reader.registry().event(TYPE)).equals(ContractEntry.event(TYPE, resource())));

      List<Event<Measured>> typed = new CopyOnWriteArrayList<>();
      get(reader.topic("m.*", Measured.class).subscribe(typed::add));
      await()
          .until(
              () -> publisher.registry().table().node(reader.node()).subscriptions().size() == 2);
      Measured silence = new Measured.Silence(50);
      get(publisher.topic("m.roof", Measured.class).publish(silence));
      await().until(() -> typed.size() == 1);
      assertThat(typed.get(0).value()).isEqualTo(silence);
    }
  }

  @Test
  void meshEvent_inAMeshOfOneNode_isFoundToo() throws IOException {
    Vertx vertx = Vertx.vertx();
    Mesh mesh = get(Mesh.join(vertx));
    mesh.topic("m.roof", Measured.class);
    assertThat(get(mesh.registry().event(TYPE)).descriptors().getBytes()).isEqualTo(resource());
    get(vertx.close());
  }

  private static byte[] resource() throws IOException {
    String path = "META-INF/weft/" + TYPE + ".desc";
    try (InputStream in = EventsTest.class.getClassLoader().getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }
}
