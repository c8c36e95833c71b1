package io.weft.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contract.Code;
import io.weft.contract.Priority;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class MetadataTest {
  @Property
  void pairs_roundTrip(
      @ForAll Map<String, String> baggage,
      @ForAll @NotEmpty String subject,
      @ForAll Set<String> roles,
      @ForAll Map<String, String> claims,
      @ForAll Priority.Level level) {
    Map<String, String> free = new HashMap<>(baggage);
    free.keySet().removeIf(Metadata::reserved);
    Principal principal = new Principal(subject, roles, claims);
    Metadata metadata =
        Metadata.EMPTY
            .withBaggage(free)
            .withPrincipal(principal)
            .withPriority(level)
            .withTrace(Metadata.TRACEPARENT, "00-a-b-01")
            .withTrail(new Trail());
    Metadata read = Metadata.of(metadata.pairs());
    assertThat(read.baggage()).isEqualTo(free);
    assertThat(read.principal()).isEqualTo(principal);
    assertThat(read.priority()).isEqualTo(level);
    assertThat(read.trace(Metadata.TRACEPARENT)).isEqualTo("00-a-b-01");
    assertThat(read.trail()).isNotNull();
    assertThat(read.pairs()).isEqualTo(metadata.pairs());
  }

  @Test
  void empty_isOneObject() {
    assertThat(Metadata.of(Map.of())).isSameAs(Metadata.EMPTY);
    assertThat(Metadata.EMPTY.pairs()).isEmpty();
  }

  @Test
  void baggage_withAReservedKey_isRefused() {
    for (String key : new String[] {"weft-principal", "weft-x", "traceparent", "tracestate"}) {
      assertThatThrownBy(() -> Metadata.EMPTY.withBaggage(Map.of(key, "x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(key);
    }
  }

  @Test
  void reservedPairs_neverReachTheBaggage() {
    Metadata read = Metadata.of(Map.of("weft-new", "1", "weft-principal", "x", "a", "b"));
    assertThat(read.baggage()).containsExactly(Map.entry("a", "b"));
  }

  @Test
  void principal_thatIsNone_isUnauthenticated() {
    for (String text : new String[] {"", "{", "[]", "{}", "{\"sub\":\"\"}"}) {
      Metadata read = Metadata.of(Map.of("weft-principal", text));
      assertThatThrownBy(read::principal)
          .isInstanceOfSatisfying(
              CallFailure.class, e -> assertThat(e.code()).isEqualTo(Code.UNAUTHENTICATED));
    }
  }

  @Test
  void priority_ofANewerPeer_isLeftToTheContract() {
    assertThat(Metadata.of(Map.of("weft-priority", "urgent")).priority()).isNull();
  }

  @Test
  void trail_holdsAtMostFiveHundredLines() {
    Trail trail = new Trail();
    for (int i = 0; i < 1_000; i++) {
      trail.add("line " + i);
    }
    assertThat(trail.lines()).hasSize(501).last().isEqualTo("… and 500 lines more");
  }
}
