package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.topic.Strands.Head;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishersTest {
  private final Publishers publishers = new Publishers();

  private static Head event(long number) {
    return new Head(false, false, 0, number, Set.of());
  }

  private long arrived(String node, long incarnation, long number) {
    return publishers.arrived(node, incarnation, event(number), 1);
  }

  @Test
  void missingNumbers_areCounted() {
    assertThat(arrived("a", 1, 1)).isZero();
    assertThat(arrived("a", 1, 4)).isEqualTo(2);
    assertThat(arrived("b", 1, 2)).isEqualTo(1);
  }

  @Test
  void laterIncarnation_beginsAnew() {
    arrived("a", 1, 1);
    arrived("a", 1, 2);
    assertThat(arrived("a", 2, 1)).isZero();
    assertThat(arrived("a", 2, 2)).isZero();
  }

  @Test
  void lateEventOfAnEarlierIncarnation_countsNothing() {
    arrived("a", 2, 1);
    assertThat(arrived("a", 1, 9)).isZero();
    assertThat(arrived("a", 2, 2)).isZero();
  }

  @Test
  void sameIncarnationFromOneAgain_isALossOfUnknownSize() {
    arrived("a", 1, 1);
    assertThat(arrived("a", 1, 1)).isEqualTo(Publishers.UNKNOWN);
  }

  @Test
  void nodesThatCameAndWent_areBounded() {
    publishers.members(Set.of("stays"));
    arrived("stays", 1, 1);
    for (int i = 0; i < 10_000; i++) {
      arrived("node-" + i, 1, 1);
      assertThat(publishers.size()).isLessThanOrEqualTo(1 + Publishers.MOST_GONE);
    }
    assertThat(arrived("stays", 1, 3)).isEqualTo(1);
    assertThat(arrived("node-9999", 1, 3)).isEqualTo(1);
  }
}
