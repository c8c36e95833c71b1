package io.weft.node.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void to_findsTyposSwapsAndCase() {
    List<String> names = List.of("add", "multiply", "generateSequence");
    assertThat(Nearest.to("ad", names)).containsExactly("add");
    assertThat(Nearest.to("mutliply", names)).containsExactly("multiply");
    assertThat(Nearest.to("GENERATESEQUENCE", names)).containsExactly("generateSequence");
    assertThat(Nearest.to("completelyDifferent", names)).isEmpty();
  }

  @Test
  void to_comparesTheLastPartOfDottedNames() {
    assertThat(Nearest.to("Calculater", List.of("io.weft.examples.Calculator", "a.b.Users")))
        .containsExactly("io.weft.examples.Calculator");
  }

  @Test
  void to_takesTheBeginningOfAName() {
    List<String> names = List.of("io.weft.examples.Calculator", "io.weft.examples.users.Users");
    assertThat(Nearest.to("Calc", names)).containsExactly("io.weft.examples.Calculator");
    assertThat(Nearest.to("io.weft.examples.Ca", names))
        .containsExactly("io.weft.examples.Calculator");
    assertThat(Nearest.to("gen", List.of("add", "generateSequence"))).contains("generateSequence");
  }

  @Test
  void to_doesNotTireOfLongWords() {
    assertThat(Nearest.to("x".repeat(1_000_000), List.of("x"))).isEmpty();
  }

  @Test
  void hint_listsAllWhenNothingIsNear() {
    assertThat(Nearest.hint("zzzzzz", List.of("b", "a"))).isEqualTo("known: a, b");
    assertThat(Nearest.hint("zz", List.of())).isEmpty();
  }

  @Property(tries = 200)
  void edits_isADistance(
      @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
    assertThat(Nearest.edits(a, a)).isZero();
    assertThat(Nearest.edits(a, b)).isEqualTo(Nearest.edits(b, a));
    assertThat(Nearest.edits(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
  }
}
