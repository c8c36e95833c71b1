package io.weft.codegen.lock;

import io.weft.codegen.model.Declared.Reserved;
import io.weft.codegen.model.Numbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers of all contracts of a module. Sections that a compilation does not see stay. */
public final class Lock implements Numbering {
  private final SortedMap<String, SortedMap<Integer, Entry>> sections;
  private final String before;

  private Lock(SortedMap<String, SortedMap<Integer, Entry>> sections, String before) {
    this.sections = sections;
    this.before = before;
  }

  /**
   * A lock without history.
   *
   * @return an empty lock
   */
  public static Lock empty() {
    return new Lock(new TreeMap<>(), "");
  }

  /**
   * Reads a lock.
   *
   * @param file its name, for messages
   * @param text its content
   * @return the lock
   * @throws LockException when it is damaged
   */
  public static Lock parse(String file, String text) {
    return new Lock(LockText.parse(file, text), text);
  }

  /**
   * The lock as text.
   *
   * @return what belongs into the file
   */
  public String text() {
    return sections.isEmpty() ? before : LockText.print(sections);
  }

  /**
   * The lines that a compilation added or took away.
   *
   * @return lines with {@code +} or {@code -} in front; empty when the file is up to date
   */
  public List<String> changes() {
    List<String> changes = new ArrayList<>();
    List<String> old = lines(before);
    List<String> now = lines(text());
    Set<String> left = new LinkedHashSet<>(old);
    now.forEach(left::remove);
    left.forEach(line -> changes.add("- " + line));
    Set<String> added = new LinkedHashSet<>(now);
    old.forEach(added::remove);
    added.forEach(line -> changes.add("+ " + line));
    return changes;
  }

  /** Lines with their section in front, without comments: layout is no change. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    String section = "";
    for (String line : text.split("\\R")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (Character.isWhitespace(line.charAt(0))) {
        lines.add(section + ": " + line.strip());
      } else {
        section = line.strip();
        lines.add(section);
      }
    }
    return lines;
  }

  @Override
  public Numbers assign(Scope scope, List<Member> members) {
    String heading = LockText.heading(scope.group(), scope.name());
    SortedMap<Integer, Entry> old = sections.get(heading);
    Evolution evolution = new Evolution(scope, old == null ? new TreeMap<>() : old, members);
    SortedMap<Integer, Entry> now = evolution.evolve(old != null);
    sections.put(heading, now);
    return numbers(now, members);
  }

  @Override
  public Numbers adopt(Scope scope, List<Member> members, @Nullable String schema) {
    SortedMap<Integer, Entry> entries = new TreeMap<>();
    if (schema != null) {
      Arrays.stream(schema.split("\n"))
          .map(Entry::parse)
          .filter(Objects::nonNull)
          .forEach(e -> entries.put(e.number(), e));
    }
    return numbers(new Evolution(scope, entries, members).adopted(), members);
  }

  private static Numbers numbers(SortedMap<Integer, Entry> entries, List<Member> members) {
    List<Integer> numbers = new ArrayList<>();
    Set<String> optional = new HashSet<>();
    List<Reserved> reserved = new ArrayList<>();
    for (Member member : members) {
      for (Entry entry : entries.values()) {
        if (!entry.reserved() && entry.name().equals(member.name())) {
          numbers.add(entry.number());
          if (entry.optional()) {
            optional.add(entry.name());
          }
        }
      }
    }
    entries.values().stream()
        .filter(Entry::reserved)
        .forEach(e -> reserved.add(new Reserved(e.number(), e.name())));
    return new Numbers(List.copyOf(numbers), Set.copyOf(optional), List.copyOf(reserved));
  }
}
