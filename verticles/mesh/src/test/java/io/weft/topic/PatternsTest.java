package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
  @Property(tries = 2000)
  void match_findsWhatTheNaiveMatcherFinds(
      @ForAll("patterns") List<String> patterns, @ForAll("topics") List<String> topics) {
    Patterns<String> trie = new Patterns<>();
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < patterns.size(); i++) {
      trie.add(patterns.get(i), patterns.get(i));
      kept.add(patterns.get(i));
      if (i % 3 == 2) {
        trie.remove(patterns.get(i - 1), patterns.get(i - 1));
        kept.remove(patterns.get(i - 1));
      }
    }
    for (String topic : topics) {
      List<String> found = new ArrayList<>();
      trie.match(topic, found::add);
      assertThat(found)
          .containsExactlyInAnyOrderElementsOf(
              kept.stream().filter(pattern -> naive(pattern, topic)).toList());
    }
    kept.forEach(pattern -> trie.remove(pattern, pattern));
    List<String> left = new ArrayList<>();
    topics.forEach(topic -> trie.match(topic, left::add));
    assertThat(left).isEmpty();
  }

  private static boolean naive(String pattern, String topic) {
    String regex = pattern.replace(".", "\\.").replace("*", "[^.]+").replaceAll(">$", ".+");
    return topic.matches(regex);
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    Arbitrary<String> token = Arbitraries.of("a", "b", "c", "*");
    Arbitrary<String> end = Arbitraries.of("a", "b", "*", ">");
    return token
        .list()
        .ofMaxSize(3)
        .flatMap(head -> end.map(last -> String.join(".", append(head, last))))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> topics() {
    return Arbitraries.of("a", "b", "c")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(tokens -> String.join(".", tokens))
        .list()
        .ofSize(5);
  }

  private static List<String> append(List<String> head, String last) {
    List<String> all = new ArrayList<>(head);
    all.add(last);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.b", "*", ">", "a.*.c", "a.>", "*.*", "A-1_x.$y:/z"})
  void flaw_goodPattern(String name) {
    assertThat(Patterns.flaw(name, true)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', length 0 (expected: 1 to 255",
    "a..b, empty token at position 2",
    ".a, empty token at position 0",
    "a., empty token at position 2",
    "a b, character U+0020 at position 1",
    "gr\u00fcn, character U+00FC at position 2",
    "a.b*, wildcard * inside a token at position 3",
    "a.*b, wildcard * inside a token at position 2",
    "a.**, wildcard * inside a token",
    "a>, wildcard > inside a token",
    "a.>.b, wildcard > at position 2 (expected: as the last token)",
  })
  void flaw_badPattern(String name, String message) {
    assertThat(Patterns.flaw(name, true)).startsWith(message);
  }

  @Test
  void flaw_wildcardInPublish() {
    assertThat(Patterns.flaw("a.*", false)).startsWith("wildcard * at position 2");
    assertThat(Patterns.flaw("a.>", false)).startsWith("wildcard > at position 2");
  }

  @Test
  void flaw_length() {
    assertThat(Patterns.flaw("x".repeat(255), false)).isNull();
    assertThat(Patterns.flaw("x".repeat(256), false)).startsWith("length 256");
  }

  @Test
  void checkPattern_showsNoControlCharacters() {
    assertThatThrownBy(() -> Patterns.checkPattern("a\nb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("topic \"a?b\": character U+000A at position 1");
  }
}
