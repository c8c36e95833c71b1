package io.weft.codegen.lock;

import io.weft.codegen.model.ContractError;
import io.weft.codegen.model.Names;
import io.weft.codegen.model.Numbering.Group;
import io.weft.codegen.model.Numbering.Member;
import io.weft.codegen.model.Numbering.Presence;
import io.weft.codegen.model.Numbering.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From the members of yesterday to those of today: numbers stay, and old peers go on working. */
final class Evolution {
  private static final int FIRST_FORBIDDEN = 19_000;
  private static final int LAST_FORBIDDEN = 19_999;
  private static final int LARGEST_FIELD = (1 << 29) - 1;

  private final Scope scope;
  private final SortedMap<Integer, Entry> old;
  private final List<Member> members;
  private final SortedMap<Integer, Entry> result = new TreeMap<>();
  private final Set<String> names = new HashSet<>();

  Evolution(Scope scope, SortedMap<Integer, Entry> old, List<Member> members) {
    this.scope = scope;
    this.old = old;
    this.members = members;
    members.forEach(m -> names.add(m.name()));
  }

  /**
   * Numbers the members.
   *
   * @param known whether peers may know the owner already
   */
  SortedMap<Integer, Entry> evolve(boolean known) {
    checkTags();
    List<Member> fresh = new ArrayList<>();
    for (Member member : members) {
      if (!keep(member)) {
        fresh.add(member);
      }
    }
    List<Member> added = new ArrayList<>();
    for (Member member : fresh) {
      if (!rename(member)) {
        added.add(member);
      }
    }
    reserveTheRest();
    for (Member member : added) {
      suspectRename(member);
      if (known && member.presence() == Presence.REQUIRED) {
        throw error(
            member,
            "is new and has no default, but peers with the old contract do not send it",
            "make it @Nullable or Optional; if the old contract was never released, delete its"
                + " section from the lock file");
      }
    }
    number(added);
    checkZero();
    return result;
  }

  /** Takes over what another compilation decided, without judging it. */
  SortedMap<Integer, Entry> adopted() {
    result.putAll(old);
    Set<String> known = new HashSet<>();
    old.values().stream().filter(e -> !e.reserved()).forEach(e -> known.add(e.name()));
    number(members.stream().filter(m -> !known.contains(m.name())).toList());
    return result;
  }

  private void checkTags() {
    Map<Integer, Member> tagged = new HashMap<>();
    for (Member member : members) {
      Integer tag = member.tag();
      if (tag == null) {
        continue;
      }
      Member twin = tagged.put(tag, member);
      if (twin != null) {
        throw error(member, "and " + twin.name() + " both have @Tag(" + tag + ")", "change one");
      }
      int first = scope.group() == Group.ENUM ? 0 : 1;
      boolean field = scope.group() == Group.MESSAGE;
      boolean forbidden =
          field && (tag > LARGEST_FIELD || tag >= FIRST_FORBIDDEN && tag <= LAST_FORBIDDEN);
      if (tag < first || forbidden) {
        throw error(
            member,
            "has @Tag(" + tag + ")",
            field
                ? "use 1 to 536870911 without 19000 to 19999, best below 16"
                : "use " + first + " or more");
      }
    }
  }

  /** A member that was there before under the same name. */
  private boolean keep(Member member) {
    Entry entry = find(member.name(), false);
    Integer tag = member.tag();
    if (entry == null) {
      Entry gone = find(member.name(), true);
      if (gone != null) {
        revive(member, gone);
      }
      return gone != null;
    }
    if (tag != null && tag != entry.number()) {
      throw error(
          member,
          "has @Tag(" + tag + "), but peers know it as number " + entry.number(),
          "drop @Tag, or use @Tag(" + entry.number() + ")");
    }
    checkType(member, entry);
    if (entry.optional() && member.presence() == Presence.REQUIRED) {
      throw error(
          member,
          "was nullable and is not any more, but peers with the old contract may leave it out",
          "keep it @Nullable or Optional");
    }
    put(member, entry.number());
    return true;
  }

  private void revive(Member member, Entry gone) {
    Integer tag = member.tag();
    if (tag == null || tag != gone.number()) {
      throw error(
          member,
          "was removed once and left the number " + gone.number() + " reserved",
          "choose another name, or take the old member back with @Tag(" + gone.number() + ")");
    }
    checkType(member, gone);
    put(member, gone.number());
  }

  private boolean rename(Member member) {
    Integer tag = member.tag();
    Entry entry = tag == null ? null : old.get(tag);
    if (entry == null) {
      return false;
    }
    if (entry.reserved() || names.contains(entry.name())) {
      throw error(
          member,
          "has @Tag("
              + tag
              + "), which "
              + (entry.reserved() ? "belonged" : "belongs")
              + " to "
              + entry.name(),
          "use @Tag(" + next(0) + ") or leave it out");
    }
    checkType(member, entry);
    put(member, entry.number());
    return true;
  }

  private void reserveTheRest() {
    old.forEach((number, entry) -> result.putIfAbsent(number, entry.withReserved(true)));
  }

  private void suspectRename(Member member) {
    for (Entry entry : old.values()) {
      Entry now = result.get(entry.number());
      boolean removed = !entry.reserved() && now != null && now.reserved();
      boolean alike = form(entry.name(), entry.type()).equals(form(member.name(), member.type()));
      if (removed && alike && member.tag() == null) {
        throw error(
            member,
            "looks like a new name for " + entry.name() + ", number " + entry.number(),
            "keep the number with @Tag("
                + entry.number()
                + "), or say that it is something new with @Tag("
                + next(0)
                + ")");
      }
    }
  }

  /** The flow of a method without the messages that carry the method's own name. */
  private String form(String name, String type) {
    String service = scope.name().replaceAll("/\\d+$", "");
    return scope.group() == Group.SERVICE ? type.replace(service + Names.capital(name), "*") : type;
  }

  private void checkType(Member member, Entry entry) {
    String now = form(member.name(), member.type());
    String was = form(entry.name(), entry.type());
    if (!now.equals(was)) {
      throw error(
          member,
          "changes from \"" + entry.type() + "\" to \"" + member.type() + "\"",
          scope.group() == Group.SERVICE
              ? "add a method with another name, or raise the version of @MeshService"
              : "keep it and add a new one under another name");
    }
  }

  private void number(List<Member> added) {
    for (Member member : added) {
      Integer tag = member.tag();
      if (tag != null) {
        put(member, tag);
      }
    }
    int last = 0;
    for (Member member : added) {
      if (member.tag() == null) {
        last = next(last);
        put(member, last);
      }
    }
  }

  private int next(int from) {
    int number = Math.max(from, scope.group() == Group.ENUM ? 0 : 1);
    while (taken(number)) {
      number++;
    }
    return number;
  }

  private boolean taken(int number) {
    return old.containsKey(number)
        || result.containsKey(number)
        || number >= FIRST_FORBIDDEN && number <= LAST_FORBIDDEN
        || members.stream().anyMatch(m -> m.tag() != null && m.tag() == number);
  }

  private void checkZero() {
    Entry zero = result.get(0);
    if (scope.group() == Group.ENUM && (zero == null || zero.reserved())) {
      throw new ContractError(
          scope.at(),
          scope.name()
              + ": no constant has the number 0, which is protobuf's default"
              + (zero == null
                  ? " (remedy: give one @Tag(0))"
                  : " (remedy: keep "
                      + zero.name()
                      + ", deprecated if need be, or rename it with @Tag(0))"));
    }
  }

  private void put(Member member, int number) {
    boolean optional = member.presence() == Presence.OPTIONAL && !member.type().isEmpty();
    result.put(number, new Entry(number, member.name(), member.type(), optional, false));
  }

  private @Nullable Entry find(String name, boolean reserved) {
    for (Entry entry : old.values()) {
      if (entry.name().equals(name) && entry.reserved() == reserved) {
        return entry;
      }
    }
    return null;
  }

  private ContractError error(Member member, String what, String remedy) {
    return new ContractError(
        member.at(),
        Names.last(scope.name()) + "." + member.name() + " " + what + " (remedy: " + remedy + ")");
  }
}
