package io.weft.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WellKnownTest {
  private static <T> void assertBytes(Codec<T> codec, T value, String hex) {
    assertThat(HexFormat.of().formatHex(codec.encode(value))).isEqualTo(hex);
    assertThat(codec.decode(HexFormat.of().parseHex(hex))).isEqualTo(value);
  }

  @Test
  void scalars_encode_asProtobufWrappers() {
    assertBytes(WellKnown.DOUBLE, 1.5, "09000000000000f83f");
    assertBytes(WellKnown.FLOAT, 1.5f, "0d0000c03f");
    assertBytes(WellKnown.INT32, -1, "08ffffffffffffffffff01");
    assertBytes(WellKnown.INT64, 300L, "08ac02");
    assertBytes(WellKnown.BOOL, true, "0801");
    assertBytes(WellKnown.STRING, "hi", "0a026869");
    assertBytes(WellKnown.BYTES, new byte[] {1, 2}, "0a020102");
    assertBytes(WellKnown.BUFFER, Buffer.buffer("hi"), "0a026869");
  }

  @Test
  void defaults_encode_toNothing() {
    assertBytes(WellKnown.DOUBLE, 0d, "");
    assertBytes(WellKnown.INT32, 0, "");
    assertBytes(WellKnown.BOOL, false, "");
    assertBytes(WellKnown.STRING, "", "");
    assertBytes(WellKnown.BYTES, new byte[0], "");
    assertBytes(WellKnown.TIMESTAMP, Instant.EPOCH, "");
  }

  @Test
  void negativeZero_encodes_asItself() {
    assertBytes(WellKnown.DOUBLE, -0d, "090000000000000080");
    assertBytes(WellKnown.FLOAT, -0f, "0d00000080");
  }

  @Test
  void nullReply_fails_withTheRemedy() {
    assertThatThrownBy(() -> WellKnown.STRING.encode(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("Future<@Nullable T>");
    assertThatThrownBy(() -> WellKnown.BYTES.encode(null)).hasMessageContaining("reply is null");
    assertThatThrownBy(() -> WellKnown.STRUCT.encode(null)).hasMessageContaining("reply is null");
  }

  @Test
  void empty_skipsWhatNewerPeersSend() {
    assertThat(WellKnown.EMPTY.encode(null)).isEmpty();
    assertThat(WellKnown.EMPTY.decode(new byte[] {0x08, 0x05})).isNull();
  }

  @Test
  void unknownFields_areSkipped() {
    assertThat(WellKnown.INT32.decode(new byte[] {0x10, 0x07, 0x08, 0x05})).isEqualTo(5);
  }

  @Test
  void timestamp_beforeTheEpoch_hasPositiveNanos() {
    assertBytes(WellKnown.TIMESTAMP, Instant.ofEpochSecond(-1, 5), "08ffffffffffffffffff011005");
  }

  @Test
  void duration_belowZero_hasNegativeNanos() {
    assertBytes(WellKnown.DURATION, Duration.ofNanos(-5), "10fbffffffffffffffff01");
    assertBytes(WellKnown.DURATION, Duration.ofMillis(1500), "08011080cab5ee01");
  }

  @Test
  void time_outOfRange_isRefused() {
    Writer out = new Writer(16);
    out.tag(8);
    out.varint(Long.MAX_VALUE);
    assertThatThrownBy(() -> WellKnown.TIMESTAMP.decode(out.toBytes()))
        .isInstanceOf(WireException.class);
  }

  @Test
  void struct_keepsAllKindsOfValues() {
    JsonObject object =
        new JsonObject()
            .put("null", null)
            .put("int", 7)
            .put("long", 1L << 40)
            .put("double", 0.25)
            .put("text", "é")
            .put("bool", true)
            .put("object", new JsonObject().put("a", new JsonArray().add(1).addNull()))
            .put("array", new JsonArray().add("x").add(new JsonObject()))
            .put("empty", new JsonArray());
    assertThat(WellKnown.STRUCT.copy(object)).isEqualTo(object).isNotSameAs(object);
    assertThat(WellKnown.STRUCT.copy(object).getValue("int")).isEqualTo(7);
    assertThat(WellKnown.STRUCT.copy(object).getValue("long")).isEqualTo(1L << 40);
  }

  @Test
  void struct_encodesAsProtobuf() {
    assertBytes(WellKnown.STRUCT, new JsonObject().put("a", true), "0a070a016112022001");
    assertBytes(WellKnown.LIST_VALUE, new JsonArray().add("x"), "0a031a0178");
  }

  @Test
  void struct_takesPlainMapsListsAndTheValuesOfVertx() {
    JsonObject object =
        new JsonObject()
            .put("map", Map.of("k", List.of(1)))
            .put("bytes", new byte[] {1})
            .put("buffer", Buffer.buffer("hi"))
            .put("at", Instant.EPOCH)
            .put("enum", Thread.State.NEW);
    assertThat(WellKnown.STRUCT.copy(object))
        .isEqualTo(
            new JsonObject()
                .put("map", new JsonObject().put("k", new JsonArray().add(1)))
                .put("bytes", "AQ")
                .put("buffer", "aGk")
                .put("at", "1970-01-01T00:00:00Z")
                .put("enum", "NEW"));
  }

  @Test
  void struct_refusesNumbersThatADoubleCannotHold() {
    assertThatThrownBy(() -> WellKnown.STRUCT.encode(new JsonObject().put("n", Long.MAX_VALUE)))
        .hasMessageContaining("JSON number 9223372036854775807");
    BigDecimal exact = new BigDecimal("0.1");
    assertThat(WellKnown.STRUCT.copy(new JsonObject().put("n", exact)).getValue("n"))
        .isEqualTo(0.1);
    assertThatThrownBy(
            () ->
                WellKnown.STRUCT.encode(
                    new JsonObject().put("n", new BigDecimal("0.10000000000000000001"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void struct_nestedWithoutEnd_isRefused() {
    JsonArray array = new JsonArray();
    for (int i = 0; i < 60; i++) {
      array = new JsonArray().add(array);
    }
    byte[] bytes = WellKnown.LIST_VALUE.encode(array);
    assertThatThrownBy(() -> WellKnown.LIST_VALUE.decode(bytes))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("nested deeper");
  }

  @Test
  void narrowFields_refuseWhatDoesNotFit() {
    assertThat(WellKnown.toShort(-32768)).isEqualTo(Short.MIN_VALUE);
    assertThatThrownBy(() -> WellKnown.toShort(32768)).hasMessageContaining("value 32768");
    assertThatThrownBy(() -> WellKnown.toByte(128)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> WellKnown.toChar(-1)).isInstanceOf(WireException.class);
  }

  @Test
  void textFields_refuseWhatTheyCannotRead() {
    UUID id = UUID.randomUUID();
    assertThat(WellKnown.toUuid(id.toString())).isEqualTo(id);
    assertThatThrownBy(() -> WellKnown.toUuid("x")).hasMessageContaining("a UUID");
    assertThatThrownBy(() -> WellKnown.toLocalDate("2025-13-01")).hasMessageContaining("a date");
    assertThatThrownBy(() -> WellKnown.toBigDecimal("1,5")).hasMessageContaining("decimal");
    assertThatThrownBy(() -> WellKnown.toBigInteger("x".repeat(99)))
        .hasMessageContaining("an integer")
        .hasMessageContaining("…");
  }

  @Test
  void sharedValues_areOnlyThoseThatCannotChange() {
    assertThat(WellKnown.DOUBLE.immutable()).isTrue();
    assertThat(WellKnown.TIMESTAMP.immutable()).isTrue();
    assertThat(WellKnown.BYTES.immutable()).isFalse();
    assertThat(WellKnown.STRUCT.immutable()).isFalse();
  }
}
