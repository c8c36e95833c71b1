package io.weft.filter.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BriefTest {
  record Deep(Object inner) {}

  /** Like the class that holds the parameters of a method. */
  @SuppressWarnings("unused")
  private static final class Carrier {
    final String apiKey = "hidden";
    final int count = 3;
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(300).map(text -> (Object) text),
            Arbitraries.longs().map(number -> (Object) number));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(5).map(all -> (Object) all),
                inner.map(one -> (Object) new Deep(one)),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(300), inner)
                    .ofMaxSize(3)
                    .map(map -> (Object) map)),
        0,
        4);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void of_isNeverLongerThanAsked(
      @ForAll("values") Object value, @ForAll @IntRange(min = 1, max = 400) int most) {
    assertThat(Brief.of(value, most)).hasSizeLessThanOrEqualTo(most + 1);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void of_staysOnOneLine(@ForAll("values") Object value) {
    assertThat(Brief.of(value, 1_000)).doesNotContainPattern("[\\p{Cntrl}\u2028\u2029]");
  }

  @Test
  void of_valuesOfEveryKind() {
    assertThat(Brief.of(null, 10)).isEqualTo("null");
    assertThat(Brief.of(new byte[7], 10)).isEqualTo("7 bytes");
    assertThat(Brief.of(Buffer.buffer("abc"), 10)).isEqualTo("3 bytes");
    assertThat(Brief.of(Optional.of("x"), 10)).isEqualTo("\"x\"");
    assertThat(Brief.of(new JsonObject().put("token", "t").put("n", 1), 50))
        .isEqualTo("{token=***, n=1}");
    assertThat(Brief.of(Map.of("password", "p"), 50)).isEqualTo("{password=***}");
    assertThat(Brief.of(new Carrier(), 50)).isEqualTo("Carrier[apiKey=***, count=3]");
  }

  @Test
  void of_whatHasNoEnd_ends() {
    List<Object> self = new ArrayList<>();
    self.add(self);
    assertThat(Brief.of(self, 1_000)).startsWith("[[[[").hasSizeLessThan(50);
  }
}
