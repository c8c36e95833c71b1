package io.weft.topic;

import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.topic.Routes.Group;
import io.weft.topic.Routes.Route;
import io.weft.topic.Routes.Target;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of events on their way to other nodes. Each strand counts what it sends to each node,
 * so a receiver sees what is missing ({@link Publishers}). An event on the wire: flags, strand,
 * number, number of groups, groups, then the {@link Letter}. A mark is flags, strand, last number:
 * it shows a loss that no event follows.
 */
final class Strands {
  /** Flag: pairs of baggage follow the type. */
  static final int BAGGAGE = 1;

  /** Flag: no event follows. */
  static final int MARK = 2;

  static final int MAX_STRANDS = 1024;
  private static final int MAX_GROUPS = 1024;
  private static final int HEAD_ROOM = 64;
  private static final int KEPT_BYTES = 64 << 10;
  private static final byte[] ROOM = new byte[HEAD_ROOM];

  private final Cluster cluster;
  private final int maxBytes;
  private final List<Strand> strands = new ArrayList<>();

  Strands(Cluster cluster, int maxBytes) {
    this.cluster = cluster;
    this.maxBytes = maxBytes;
    int count = cluster.strands();
    if (count < 1 || count > MAX_STRANDS) {
      throw new IllegalArgumentException("strands: " + count + " (expected: 1 to 1024)");
    }
    for (int i = 0; i < count; i++) {
      strands.add(new Strand(i));
    }
  }

  /**
   * What stands in front of an event.
   *
   * @param baggage whether the letter has pairs
   * @param mark whether there is no letter
   * @param number counts what the strand sent to this node, from 1
   * @param groups the groups for which this node was chosen
   */
  record Head(boolean baggage, boolean mark, int strand, long number, Set<String> groups) {
    static Head read(Reader in) {
      int flags = in.varint32();
      int strand = in.varint32();
      long number = in.varint();
      boolean mark = (flags & MARK) != 0;
      int count = mark ? 0 : in.varint32();
      if ((flags & ~(BAGGAGE | MARK)) != 0
          || strand < 0
          || strand >= MAX_STRANDS
          || number < 1
          || count < 0
          || count > MAX_GROUPS) {
        throw new WireException(
            "flags %d, strand %d, number %d, groups %d (expected: 0-3, 0-1023, 1 or more, 0-1024)"
                .formatted(flags, strand, number, count));
      }
      Set<String> groups = count == 0 ? Set.of() : new HashSet<>();
      for (int i = 0; i < count; i++) {
        groups.add(in.string());
      }
      return new Head((flags & BAGGAGE) != 0, mark, strand, number, groups);
    }
  }

  /**
   * Encodes a letter once and sends it to each interested node, on the strand of this thread.
   *
   * @return the nodes for which it is lost
   * @throws CallFailure when the letter cannot be encoded or is too large; then it went nowhere
   */
  List<String> send(Letter letter, Route route, int[] chosen) {
    return strands.get(cluster.strand()).send(letter, route, chosen);
  }

  /** Shows a node what it should have got so far; false when that could not be sent. */
  boolean mark(String node) {
    boolean sent = true;
    for (Strand strand : strands) {
      sent &= strand.mark(node);
    }
    return sent;
  }

  /** Starts anew with a node as a target. */
  void forgetTarget(String node) {
    strands.forEach(strand -> strand.forget(node));
  }

  private final class Strand {
    private final int index;
    private final Map<String, long[]> numbers = new HashMap<>();
    private final Writer head = new Writer(HEAD_ROOM);
    private Writer body = new Writer(1024);

    Strand(int index) {
      this.index = index;
    }

    // The lock makes the order of numbers the order of sending, also for threads that share a
    // strand.
    synchronized List<String> send(Letter letter, Route route, int[] chosen) {
      try {
        encode(letter);
        return sendAll(letter.hasBaggage() ? BAGGAGE : 0, route, chosen);
      } finally {
        if (body.array().length > KEPT_BYTES) {
          body = new Writer(1024);
        }
      }
    }

    private void encode(Letter letter) {
      body.truncate(0);
      body.raw(ROOM, 0, HEAD_ROOM);
      try {
        letter.write(body);
      } catch (RuntimeException e) {
        String what = "topic " + letter.topic() + ": cannot encode " + letter.type() + ": " + e;
        throw CallFailure.notProcessed(Code.INVALID_ARGUMENT, what);
      }
      int length = body.length() - HEAD_ROOM;
      if (length > maxBytes) {
        throw CallFailure.notProcessed(
            Code.RESOURCE_EXHAUSTED,
            "topic %s: event of %d bytes (expected: at most %d)"
                .formatted(letter.topic(), length, maxBytes));
      }
    }

    private List<String> sendAll(int flags, Route route, int[] chosen) {
      List<String> lost = List.of();
      List<Target> targets = route.targets();
      for (int i = 0; i < targets.size(); i++) {
        Target target = targets.get(i);
        int groups = 0;
        for (int choice : chosen) {
          groups += choice == i ? 1 : 0;
        }
        if (!target.plain() && groups == 0) {
          continue;
        }
        begin(flags, ++numbers.computeIfAbsent(target.node(), node -> new long[1])[0]);
        head.varint32(groups);
        for (int g = 0; groups > 0 && g < chosen.length; g++) {
          if (chosen[g] == i) {
            Group group = route.groups().get(g);
            head.string(group.name());
          }
        }
        if (!sendOne(target.node())) {
          lost = lost.isEmpty() ? new ArrayList<>() : lost;
          lost.add(target.node());
        }
      }
      return lost;
    }

    private void begin(int flags, long number) {
      head.truncate(0);
      head.varint32(flags);
      head.varint32(index);
      head.varint(number);
    }

    private boolean sendOne(String node) {
      int length = head.length();
      int letter = body.length() - HEAD_ROOM;
      if (length > HEAD_ROOM) {
        head.raw(body.array(), HEAD_ROOM, letter);
        return cluster.send(index, node, head.array(), 0, head.length());
      }
      int start = HEAD_ROOM - length;
      System.arraycopy(head.array(), 0, body.array(), start, length);
      return cluster.send(index, node, body.array(), start, length + letter);
    }

    synchronized boolean mark(String node) {
      long[] number = numbers.get(node);
      if (number == null) {
        return true;
      }
      begin(MARK, number[0]);
      return cluster.send(index, node, head.array(), 0, head.length());
    }

    synchronized void forget(String node) {
      numbers.remove(node);
    }
  }
}
