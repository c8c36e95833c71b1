package io.weft.topic;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values under patterns, found by concrete topics, in a trie of tokens; and the law of names:
 * tokens of printable ASCII separated by dots, at most 255 characters. In a pattern {@code *}
 * stands for exactly one token, {@code >} at the end for one or more. Not safe for concurrent use.
 */
final class Patterns<V> {
  static final int MAX_LENGTH = 255;

  private static final class Node<V> {
    final Map<String, Node<V>> children = new HashMap<>();
    final Set<V> here = new LinkedHashSet<>();
    final Set<V> below = new LinkedHashSet<>();

    boolean empty() {
      return children.isEmpty() && here.isEmpty() && below.isEmpty();
    }
  }

  private final Node<V> root = new Node<>();

  /** Adds a value; one that equals a value under the same pattern is added once. */
  void add(String pattern, V value) {
    Node<V> node = root;
    for (int start = 0; start <= pattern.length(); ) {
      int end = tokenEnd(pattern, start);
      String token = pattern.substring(start, end);
      if (token.equals(">")) {
        node.below.add(value);
        return;
      }
      node = node.children.computeIfAbsent(token, t -> new Node<>());
      start = end + 1;
    }
    node.here.add(value);
  }

  /** Removes a value, and the nodes that only it needed. */
  void remove(String pattern, V value) {
    remove(root, pattern, 0, value);
  }

  private static <V> void remove(Node<V> node, String pattern, int start, V value) {
    if (start > pattern.length()) {
      node.here.remove(value);
      return;
    }
    int end = tokenEnd(pattern, start);
    String token = pattern.substring(start, end);
    if (token.equals(">")) {
      node.below.remove(value);
      return;
    }
    Node<V> child = node.children.get(token);
    if (child != null) {
      remove(child, pattern, end + 1, value);
      if (child.empty()) {
        node.children.remove(token);
      }
    }
  }

  /** Finds the values whose patterns match a topic. */
  void match(String topic, Consumer<? super V> found) {
    match(root, topic, 0, found);
  }

  private static <V> void match(
      @Nullable Node<V> node, String topic, int start, Consumer<? super V> found) {
    if (node == null) {
      return;
    }
    if (start > topic.length()) {
      node.here.forEach(found);
      return;
    }
    node.below.forEach(found);
    int end = tokenEnd(topic, start);
    match(node.children.get(topic.substring(start, end)), topic, end + 1, found);
    match(node.children.get("*"), topic, end + 1, found);
  }

  private static int tokenEnd(String name, int start) {
    int dot = name.indexOf('.', start);
    return dot < 0 ? name.length() : dot;
  }

  /** What is wrong with a name and what is expected; null when it is fine. */
  static @Nullable String flaw(String name, boolean pattern) {
    int length = name.length();
    if (length == 0 || length > MAX_LENGTH) {
      return "length " + length + " (expected: 1 to " + MAX_LENGTH + " characters)";
    }
    int start = 0;
    for (int i = 0; i <= length; i++) {
      char c = i == length ? '.' : name.charAt(i);
      if (c == '.') {
        if (i == start) {
          return "empty token at position " + i + " (expected: tokens separated by single dots)";
        }
        start = i + 1;
      } else if (c <= ' ' || c > '~') {
        return "character U+%04X at position %d (expected: printable ASCII without spaces)"
            .formatted((int) c, i);
      } else if (c == '*' || c == '>') {
        String flaw =
            pattern
                ? misplaced(name, start, i)
                : "wildcard "
                    + c
                    + " at position "
                    + i
                    + " (expected: a topic without wildcards; they are for subscribing)";
        if (flaw != null) {
          return flaw;
        }
      }
    }
    return null;
  }

  private static @Nullable String misplaced(String name, int start, int at) {
    boolean last = at + 1 == name.length();
    char c = name.charAt(at);
    if (at != start || (!last && name.charAt(at + 1) != '.')) {
      return "wildcard "
          + c
          + " inside a token at position "
          + at
          + " (expected: a token of its own)";
    }
    return c == '>' && !last
        ? "wildcard > at position " + at + " (expected: as the last token)"
        : null;
  }

  /** Checks a pattern. */
  static String checkPattern(String pattern) {
    String flaw = flaw(pattern, true);
    if (flaw != null) {
      throw new IllegalArgumentException("topic \"" + shown(pattern) + "\": " + flaw);
    }
    return pattern;
  }

  /** A name as messages show it: bounded, and without characters that could forge a log line. */
  static String shown(String name) {
    String head = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) + "…" : name;
    return head.replaceAll("\\p{Cntrl}", "?");
  }
}
