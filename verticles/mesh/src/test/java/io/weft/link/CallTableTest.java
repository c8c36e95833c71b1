package io.weft.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.link.ledger.CallTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class CallTableTest {
  private static void compare(int seed, int steps, IntUnaryOperator numbers) {
    Random random = new Random(seed);
    CallTable<String> table = new CallTable<>();
    Map<Integer, String> model = new HashMap<>();
    List<Integer> used = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int number =
          used.isEmpty() || random.nextInt(3) > 0
              ? numbers.applyAsInt(step)
              : used.get(random.nextInt(used.size()));
      used.add(number);
      if (random.nextInt(5) < 3) {
        String entry = "e" + step;
        assertThat(table.add(number, entry)).isEqualTo(model.putIfAbsent(number, entry) == null);
      } else {
        assertThat(table.remove(number)).isEqualTo(model.remove(number));
      }
      assertThat(table.get(number)).isEqualTo(model.get(number));
      assertThat(table.size()).isEqualTo(model.size());
      assertThat(table.isEmpty()).isEqualTo(model.isEmpty());
      if (step % 97 == 0) {
        assertThat(table.values()).containsExactlyInAnyOrderElementsOf(model.values());
      }
    }
    for (int number : used) {
      assertThat(table.get(number)).isEqualTo(model.get(number));
      assertThat(table.remove(number)).isEqualTo(model.remove(number));
    }
    assertThat(table.isEmpty()).isTrue();
    assertThat(table.values()).isEmpty();
  }

  @Test
  void sequentialNumbers_behaveAsAMap() {
    for (int seed = 0; seed < 8; seed++) {
      compare(seed, 3_000, step -> step + 1);
    }
  }

  @Test
  void numbersThatWrap_behaveAsAMap() {
    compare(1, 5_000, step -> Integer.MAX_VALUE - 100 + step);
    compare(2, 5_000, step -> -step);
  }

  @Test
  void numbersOfOnePlace_behaveAsAMap() {
    compare(3, 5_000, step -> step << 8);
    compare(4, 5_000, step -> step << 17);
    compare(5, 5_000, step -> Integer.MIN_VALUE | step << 20);
  }

  @Test
  void anyNumbers_behaveAsAMap() {
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      compare(seed, 3_000, step -> random.nextInt());
      compare(seed, 3_000, step -> random.nextInt(300));
    }
  }

  @Test
  void moreThanItsLargestArray_isKeptToo() {
    CallTable<Integer> table = new CallTable<>();
    int count = 300_000;
    for (int i = 0; i < count; i++) {
      assertThat(table.add(i * 3, i)).isTrue();
    }
    assertThat(table.size()).isEqualTo(count);
    assertThat(table.values()).hasSize(count).doesNotHaveDuplicates();
    for (int i = 0; i < count; i++) {
      assertThat(table.remove(i * 3)).isEqualTo(i);
    }
    assertThat(table.isEmpty()).isTrue();
  }
}
