package io.weft.node.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.mesh.Mesh;
import io.weft.registry.ContractEntry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicTypesTest {
  private static final String TYPE = "shop.Sold";

  private final Vertx vertx = Vertx.vertx();
  private long now;
  private Mesh mesh;
  private TopicTypes types;

  @BeforeEach
  void join() throws TimeoutException {
    mesh = value(Mesh.join(vertx));
    types = new TopicTypes(new Catalog(mesh), () -> now);
  }

  @AfterEach
  void close() throws TimeoutException {
    value(vertx.close());
  }

  private static <T> @Nullable T value(Future<T> future) throws TimeoutException {
    return future.await(20, TimeUnit.SECONDS);
  }

  private @Nullable Descriptor looked() throws TimeoutException {
    return value(types.descriptor(TYPE));
  }

  private void publish(String file) throws TimeoutException {
    FileDescriptorProto proto =
        FileDescriptorProto.newBuilder()
            .setName(file)
            .setPackage("shop")
            .addMessageType(DescriptorProto.newBuilder().setName("Sold"))
            .build();
    byte[] set = FileDescriptorSet.newBuilder().addFile(proto).build().toByteArray();
    value(mesh.registry().publish(ContractEntry.event(TYPE, set)));
  }

  @Test
  void descriptor_ofAPublishedType_isKept() throws TimeoutException {
    publish("one.proto");
    assertThat(types.cached(TYPE)).isNull();
    assertThat(looked().getFullName()).isEqualTo(TYPE);
    assertThat(types.cached(TYPE)).isNotNull();
    publish("two.proto");
    assertThat(looked().getFile().getName()).isEqualTo("one.proto");
  }

  @Test
  void descriptor_ofAnUnknownType_isLookedForAgainSoon() throws TimeoutException {
    assertThat(looked()).isNull();
    publish("one.proto");
    now += Duration.ofMillis(1_900).toNanos();
    assertThat(looked()).as("not again within 2 s").isNull();
    now += Duration.ofMillis(200).toNanos();
    assertThat(looked()).isNotNull();
  }

  @Test
  void descriptor_ofAWellKnownType() throws TimeoutException {
    assertThat(value(types.descriptor("google.protobuf.StringValue"))).isNotNull();
  }
}
