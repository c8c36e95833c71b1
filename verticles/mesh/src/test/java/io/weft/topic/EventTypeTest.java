package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.wire.Codec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventTypeTest {
  static Stream<Arguments> wellKnown() {
    return Stream.of(
        Arguments.of(String.class, "hé", "StringValue"),
        Arguments.of(Double.class, 1.5, "DoubleValue"),
        Arguments.of(Float.class, 2.5f, "FloatValue"),
        Arguments.of(Integer.class, -3, "Int32Value"),
        Arguments.of(Long.class, 1L << 40, "Int64Value"),
        Arguments.of(Boolean.class, true, "BoolValue"),
        Arguments.of(byte[].class, new byte[] {1, 2}, "BytesValue"),
        Arguments.of(Buffer.class, Buffer.buffer("x"), "BytesValue"),
        Arguments.of(JsonObject.class, new JsonObject().put("a", "b"), "Struct"),
        Arguments.of(JsonArray.class, new JsonArray().add("a"), "ListValue"),
        Arguments.of(Instant.class, Instant.ofEpochSecond(5, 7), "Timestamp"),
        Arguments.of(Duration.class, Duration.ofMillis(5), "Duration"));
  }

  @ParameterizedTest
  @MethodSource("wellKnown")
  <T> void of_wellKnown(Class<T> type, T value, String name) {
    EventType<T> found = EventType.of(type);
    assertThat(found.name()).isEqualTo("google.protobuf." + name);
    Codec<T> codec = found.typedCodec();
    assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
  }

  @Test
  void of_record() {
    EventType<Price> type = EventType.of(Price.class);
    assertThat(type.name()).isEqualTo("io.weft.topic.Price");
    assertThat(type.codec()).isSameAs(PriceCodec.INSTANCE);
  }

  @Test
  void of_nestedRecord() {
    assertThat(EventType.of(Price.Tick.class).name()).isEqualTo("io.weft.topic.Price_Tick");
  }

  @Test
  void of_nestedInContract_takesServiceName() {
    assertThat(EventType.of(Shop.Sold.class).name()).isEqualTo("acme.Store_Sold");
  }

  @Test
  void of_withoutCodec_namesRemedy() {
    assertThatThrownBy(() -> EventType.of(Price.Bare.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no generated class io.weft.topic.Price_BareCodec")
        .hasMessageContaining("annotate it with @MeshEvent, or use it in a contract")
        .hasMessageContaining("weft-codegen");
  }

  @Test
  void of_meshEvent_hasCodecAndDescriptors() {
    EventType<Reading> type = EventType.of(Reading.class);
    assertThat(type.name()).isEqualTo("io.weft.topic.Reading");
    assertThat(new String(type.descriptors(), StandardCharsets.ISO_8859_1))
        .contains("io.weft.topic.Reading.proto", "Reading_Sample", "sensor");
    Reading reading = new Reading("roof", List.of(new Reading.Sample(1, 2.5)));
    Codec<Reading> codec = type.typedCodec();
    assertThat(codec.decode(codec.encode(reading))).isEqualTo(reading);
  }

  @Test
  void descriptors_withoutMeshEvent_areEmpty() {
    assertThat(EventType.of(Reading.Sample.class).descriptors()).isEmpty();
    assertThat(EventType.of(Price.class).descriptors()).isEmpty();
    assertThat(EventType.of(String.class).descriptors()).isEmpty();
    assertThat(EventType.RAW.descriptors()).isEmpty();
    assertThatThrownBy(() -> EventType.of(Reading.Unused.class))
        .hasMessageContaining("no generated class io.weft.topic.Reading_UnusedCodec");
  }
}
