package io.weft.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.MethodDescriptor.MethodType;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.weft.bench.subject.GrpcEcho.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {
  @Test
  void named_unknown_namesTheKnown() {
    assertThatThrownBy(() -> Subjects.named("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("netsocket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc-java", "netsocket"})
  void streamingSubject_oneProcess_echoesAndStreams(String name) throws Exception {
    Subject subject = Subjects.named(name);
    Client client = subject.connect(subject.serve().address());
    assertThat(echo(client, client.unary(4096))).isEqualTo(4096);
    for (int round = 0; round < 2; round++) {
      Promise<Long> items = Promise.promise();
      client.execute(() -> client.stream(100_000, 100).onComplete(items));
      assertThat(items.future().await(20, TimeUnit.SECONDS)).isEqualTo(100_000);
    }
  }

  private static <R> int echo(Client client, Unary<R> unary) throws Exception {
    Promise<R> reply = Promise.promise();
    client.execute(() -> unary.call(reply));
    return unary.size(reply.future().await(20, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 300_000})
  void marshaller_roundTrip_same(int length) throws IOException {
    var marshaller = GrpcEcho.method("Echo", MethodType.UNARY).getRequestMarshaller();
    Text text = new Text("ä".repeat(length / 2) + "x".repeat(length % 2));
    try (InputStream bytes = marshaller.stream(text)) {
      assertThat(marshaller.parse(bytes)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 100})
  void frames_anyChunks_wholeFrames(int chunk) {
    Buffer bytes = Buffer.buffer();
    for (String text : List.of("a", "", "hello", "b")) {
      bytes.appendInt(text.length()).appendString(text);
    }
    List<String> seen = new ArrayList<>();
    Frames frames =
        new Frames((data, start, end) -> seen.add(data.getString(start + Frames.HEAD, end)));
    for (int i = 0; i < bytes.length(); i += chunk) {
      frames.handle(bytes.getBuffer(i, Math.min(bytes.length(), i + chunk)));
    }
    assertThat(seen).containsExactly("a", "", "hello", "b");
  }
}
