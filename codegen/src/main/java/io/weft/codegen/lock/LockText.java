package io.weft.codegen.lock;

import io.weft.codegen.model.Numbering.Group;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The text of the lock file: sections {@code message <name>} with one indented line a member,
 * sorted, so that two branches that add different things merge by themselves.
 */
final class LockText {
  static final String HEAD =
      """
      # The numbers by which peers know methods, fields and enum constants. The compiler writes this file:
      # commit it. A member that is renamed keeps its number by @Tag; a number is never used again.
      """;
  private static final Pattern SECTION =
      Pattern.compile("(enum|message|service) ([A-Za-z_][\\w.]*(?:/\\d+)?)");

  private LockText() {}

  /** The key of a section, which is also its heading. */
  static String heading(Group group, String name) {
    return group.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  static SortedMap<String, SortedMap<Integer, Entry>> parse(String file, String text) {
    SortedMap<String, SortedMap<Integer, Entry>> sections = new TreeMap<>();
    SortedMap<Integer, Entry> section = null;
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      String at = file + ":" + (i + 1) + ": ";
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        section = new TreeMap<>();
        if (!SECTION.matcher(line.strip()).matches()) {
          throw unreadable(at, line);
        }
        if (sections.put(line.strip(), section) != null) {
          throw new LockException(
              at + "section \"" + line + "\" appears twice (remedy: merge them)");
        }
        continue;
      }
      Entry entry = Entry.parse(line.strip());
      if (entry == null || section == null) {
        throw unreadable(at, line);
      }
      add(section, entry, at);
    }
    return sections;
  }

  private static void add(SortedMap<Integer, Entry> section, Entry entry, String at) {
    Entry twin = section.put(entry.number(), entry);
    if (twin != null) {
      throw new LockException(
          at
              + "number "
              + entry.number()
              + " belongs to "
              + twin.name()
              + " and to "
              + entry.name()
              + " (remedy: keep the line that was released, give the other one the next free number)");
    }
    for (Entry other : section.values()) {
      if (other != entry && other.name().equals(entry.name()) && !other.reserved()) {
        throw new LockException(
            at
                + entry.name()
                + " has the numbers "
                + other.number()
                + " and "
                + entry.number()
                + " (remedy: keep the line that was released)");
      }
    }
  }

  private static LockException unreadable(String at, String line) {
    return new LockException(
        at
            + "cannot read \""
            + line.strip()
            + "\" (remedy: restore the file from version control; after a merge keep the lines of both"
            + " sides)");
  }

  static String print(SortedMap<String, SortedMap<Integer, Entry>> sections) {
    StringBuilder out = new StringBuilder(HEAD);
    sections.forEach(
        (heading, entries) -> {
          out.append('\n').append(heading).append('\n');
          entries.values().forEach(e -> out.append("  ").append(e).append('\n'));
        });
    return out.toString();
  }
}
