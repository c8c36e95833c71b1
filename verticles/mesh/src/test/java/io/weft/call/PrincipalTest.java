package io.weft.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrincipalTest {
  @Provide
  Arbitrary<String> odd() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(20).filter(PrincipalTest::whole),
        Arbitraries.of(
            "c.", "sub", "roles", "c.c.", "\"", "\\", "\u0000", "\u2028", "😀", "{}", " "));
  }

  @Provide
  Arbitrary<Principal> principals() {
    return Combinators.combine(
            odd().filter(s -> !s.isEmpty()),
            odd().set().ofMaxSize(5),
            Arbitraries.maps(odd(), odd()).ofMaxSize(5))
        .as(Principal::new);
  }

  private static boolean whole(String text) {
    return !text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  /** As a link does it: pairs through UTF-8. */
  private static Metadata sent(Metadata metadata) {
    Map<String, String> read = new HashMap<>();
    metadata
        .pairs()
        .forEach(
            (key, value) -> {
              Writer out = new Writer(64);
              out.string(key);
              out.string(value);
              Reader in = out.toReader();
              read.put(in.string(), in.string());
            });
    return Metadata.of(read);
  }

  @Property
  void metadata_principalComesBackAsItWent(@ForAll("principals") Principal principal) {
    Metadata metadata = Metadata.EMPTY.withPrincipal(principal);
    for (int i = 0; i < 3; i++) {
      metadata = sent(metadata);
      assertThat(metadata.principal()).isEqualTo(principal);
      assertThat(metadata.baggage()).isEmpty();
    }
  }

  @Property
  void metadata_principalsAreNeverMixedUp(
      @ForAll("principals") Principal one, @ForAll("principals") Principal other) {
    Metadata first = sent(Metadata.EMPTY.withPrincipal(one));
    Metadata second = sent(Metadata.EMPTY.withPrincipal(other));
    assertThat(second.principal()).isEqualTo(other);
    assertThat(first.principal()).isEqualTo(one);
    assertThat(first.withPrincipal(other).principal()).isEqualTo(other);
    assertThat(first.withPrincipal(null).principal()).isNull();
  }

  /** More than any memory of them has places, twice, each beside its neighbour. */
  @Test
  void metadata_manyPrincipalsAreNeverMixedUp() {
    for (int i = 0; i < 10_000; i++) {
      for (int n = Math.max(0, i - 1); n <= i; n++) {
        Principal principal =
            Principal.of("spiffe://example.org/ns/shop/sa/cart-" + n, "r" + n % 3);
        assertThat(sent(Metadata.EMPTY.withPrincipal(principal)).principal()).isEqualTo(principal);
      }
    }
  }

  @Test
  void new_refusesHalfCharacters() {
    for (String half : new String[] {"\ud800", "a\udc00", "\ud83d\ud83d\ude00", "\ude00\ud83d"}) {
      assertThatThrownBy(() -> Principal.of(half)).hasMessageContaining("surrogate");
      assertThatThrownBy(() -> Principal.of("a", half)).hasMessageContaining("surrogate");
      assertThatThrownBy(() -> new Principal("a", Set.of(), Map.of("k", half)))
          .hasMessageContaining("surrogate");
    }
    assertThat(Principal.of("😀").subject()).isEqualTo("😀");
  }

  @Test
  void baggage_cannotNameThePrincipal() {
    for (String key : new String[] {"weft-principal", "weft-priority", "weft-x", "traceparent"}) {
      assertThatThrownBy(() -> CallScope.inherit().baggage(key, "{\"sub\":\"root\"}"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(key);
      assertThatThrownBy(() -> Metadata.EMPTY.withBaggage(Map.of(key, "x")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    // Another spelling is another key, and names nobody.
    Metadata metadata = Metadata.EMPTY.withBaggage(Map.of("Weft-Principal", "{\"sub\":\"root\"}"));
    assertThat(sent(metadata).principal()).isNull();
  }
}
