package io.weft.node.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.node.refusal.Refusal;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static final Descriptor ORDER = Shop.orderType();

  private static byte[] bytes(String json) {
    return JsonReader.read(ORDER, JsonReader.parse(json), false).toByteArray();
  }

  private static Object roundTrip(String json) {
    return JsonWriter.write(ORDER, bytes(json), false);
  }

  @Test
  void read_everyKindSurvivesTheRoundTrip() {
    String json =
        "{\"id\":9007199254740993,\"customerName\":\"Ada\",\"state\":\"PAID\","
            + "\"items\":[{\"unitPrice\":1.5,\"count\":2},{\"unitPrice\":8.0,\"count\":0}],"
            + "\"stock\":{\"a\":1,\"b\":-2},\"placed\":\"2026-01-31T12:00:00.500Z\",\"wait\":\"-1.5s\","
            + "\"extra\":{\"n\":3,\"x\":1.25,\"list\":[1,\"a\",null,true],\"deep\":{\"k\":\"v\"}},"
            + "\"picture\":\"AQID\",\"gift\":true,\"letter\":65,\"weight\":2.5,\"note\":\"\",\"cash\":9.75,"
            + "\"parent\":{\"id\":1,\"customerName\":\"\",\"state\":\"NEW\",\"items\":[],\"stock\":{},"
            + "\"picture\":\"\",\"gift\":false,\"letter\":0,\"weight\":0.0}}";
    assertThat(roundTrip(json)).isEqualTo(new JsonObject(json));
  }

  @Test
  void read_protoSpellingIsAsGood() {
    assertThat(bytes("{\"customer_name\":\"A\",\"state\":\"ORDER_STATE_PAID\"}"))
        .isEqualTo(bytes("{\"customerName\":\"A\",\"state\":\"PAID\"}"));
  }

  @Test
  void read_bytesAreThoseOfProto3() {
    assertThat(HexFormat.of().formatHex(bytes("{\"id\":5,\"customerName\":\"ab\"}")))
        .isEqualTo("080512026162");
    assertThat(bytes("{}")).isEmpty();
    assertThat(bytes("{\"id\":null,\"note\":null,\"parent\":null}")).isEmpty();
  }

  @Test
  void read_durationsInBothSpellings() {
    assertThat(bytes("{\"wait\":\"PT-1.5S\"}")).isEqualTo(bytes("{\"wait\":\"-1.5s\"}"));
    assertThat(bytes("{\"wait\":\"PT1M\"}")).isEqualTo(bytes("{\"wait\":\"60s\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"custmerName\":1} | unknown field \"custmerName\"; did you mean customerName?",
        "{\"items\":[{\"coutn\":1}]} | unknown field \"coutn\" in \"items[0]\"; did you mean count?",
        "{\"id\":\"x\"} | field \"id\" takes long; given: \"x\"",
        "{\"id\":1.5} | field \"id\" takes long; given: 1.5",
        "{\"id\":1e400} | field \"id\" takes long",
        "{\"gift\":1} | field \"gift\" takes boolean; given: 1",
        "{\"items\":{}} | field \"items\" takes list of Item; given: {}",
        "{\"items\":[3]} | field \"items[0]\" takes an object {unitPrice: double, count: int}; given: 3",
        "{\"items\":[{\"count\":3000000000}]} | field \"items[0].count\" takes int; given: 3000000000",
        "{\"state\":\"PAYED\"} | no constant \"PAYED\" in \"state\"; did you mean PAID?",
        "{\"state\":1} | field \"state\" takes one of NEW, PAID; given: 1",
        "{\"stock\":{\"a\":\"many\"}} | field \"stock[\"a\"]\" takes int; given: \"many\"",
        "{\"placed\":\"yesterday\"} | field \"placed\" takes time like 2026-01-31T12:00:00Z",
        "{\"wait\":5} | field \"wait\" takes duration like 1.5s or PT1.5S; given: 5",
        "{\"extra\":[]} | field \"extra\" takes object; given: []",
        "{\"picture\":\"***\"} | field \"picture\" takes bytes in base64",
        "{\"letter\":-1} | field \"letter\" takes int; given: -1",
        "{\"card\":\"1\",\"cash\":2} | more than one of card, cash; expected: exactly one",
        "[1] | request takes an object {id: long",
        "{\"weight\":1e300} | field \"weight\" takes float",
      })
  void read_namesWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> bytes(json))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((Refusal) e).kind())
        .isEqualTo(Refusal.Kind.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{a:1}", "", "nul", "{} {}", "'x'"})
  void parse_refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> JsonReader.parse(text))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("not JSON: ");
  }

  @Test
  void parse_saysWhereAndNothingOfTheParser() {
    assertThatThrownBy(() -> JsonReader.parse("{\"a\":5,\"b\":3"))
        .hasMessageStartingWith("not JSON: {\"a\":5,\"b\":3 (Unexpected end-of-input")
        .hasMessageContaining("line 1, column 1)")
        .hasMessageMatching(".* at line 1, column \\d+\\)")
        .hasMessageNotContainingAny("Source", "REDACTED", "StreamReadFeature", "\n");
  }

  @Test
  void read_refusesEndlessNesting() {
    String json = "{\"parent\":".repeat(200) + "{}" + "}".repeat(200);
    assertThatThrownBy(() -> bytes(json))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("nested deeper than 100 levels");
  }

  @Test
  void read_unwrapsCarriers() {
    Descriptor reply = Shop.message("shop.CartOrdersReply");
    byte[] bytes =
        JsonReader.read(reply, JsonReader.parse("[{\"id\":1},{\"id\":2}]"), true).toByteArray();
    JsonArray orders = (JsonArray) JsonWriter.write(reply, bytes, true);
    assertThat(orders).hasSize(2);
    assertThat(orders.getJsonObject(1).getInteger("id")).isEqualTo(2);
  }

  @Test
  void example_isAcceptedByTheReader() {
    Object example = Example.of(ORDER, false);
    assertThat(JsonReader.read(ORDER, example, false).toByteArray()).isNotEmpty();
  }

  @Test
  void schema_refusesDamagedDescriptors() {
    assertThatThrownBy(() -> Schema.of(new byte[] {1, 2, 3}))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("damaged");
  }
}
