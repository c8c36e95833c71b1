package io.weft.junit5;

import io.vertx.core.shareddata.impl.LocalAsyncLocks;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What members of a cluster share, in memory: who belongs to it, who listens where, maps.
 *
 * <p>A cut splits it: each side keeps a copy of the maps and sees the members of the other side
 * leave. When it heals, the copies are merged; where both sides have a key, the larger one's value
 * stays, as with Hazelcast's default. Changes of members and registrations are told on one thread,
 * in order, so members learn of them a little later. Locks and counters know no sides.
 */
final class LocalCluster implements AutoCloseable {
  final LocalAsyncLocks locks = new LocalAsyncLocks();
  final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
  final Map<String, Map<Object, Object>> plainMaps = new ConcurrentHashMap<>();

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Set<RegistrationInfo>> registrations = new HashMap<>();
  private final List<Set<String>> cuts = new ArrayList<>();
  private final ExecutorService events =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "weft-junit5-cluster");
            thread.setDaemon(true);
            return thread;
          });

  /** The maps of one side of the cluster. */
  static final class Side {
    private final Map<String, Map<Object, Object>> maps = new HashMap<>();

    Map<Object, Object> map(String name) {
      return maps.computeIfAbsent(name, n -> new LinkedHashMap<>());
    }

    private void merge(Side other) {
      other.maps.forEach((name, map) -> map.forEach(map(name)::putIfAbsent));
    }
  }

  synchronized void add(Member member) {
    members.put(member.getNodeId(), member);
    regroup();
  }

  /** Removes a member and what it registered; it may be the last to know. */
  synchronized void remove(Member member) {
    if (members.remove(member.getNodeId()) == null) {
      return;
    }
    regroup();
    // The dead one must not try to reach the others either.
    List.copyOf(registrations.keySet())
        .forEach(address -> tell(() -> member.registrationsChanged(address)));
    registrations
        .values()
        .forEach(set -> set.removeIf(info -> info.nodeId().equals(member.getNodeId())));
    member.side = new Side();
    member.seen = Set.of(member.getNodeId());
  }

  /** Parts some members from all others, until the result is run. */
  synchronized Runnable cut(Set<String> ids) {
    Set<String> cut = new HashSet<>(ids);
    cuts.add(cut);
    regroup();
    return () -> heal(cut);
  }

  private synchronized void heal(Set<String> cut) {
    if (cuts.removeIf(each -> each == cut)) {
      regroup();
    }
  }

  /**
   * Makes every member forget the others without a word, and waits until no message goes out any
   * more: so all nodes can close at once in silence.
   */
  void dissolve() {
    synchronized (this) {
      for (Member member : members.values()) {
        Side alone = new Side();
        alone.merge(Objects.requireNonNullElse(member.side, alone));
        member.side = alone;
        List.copyOf(registrations.keySet())
            .forEach(address -> tell(() -> member.registrationsChanged(address)));
      }
    }
    CountDownLatch told = new CountDownLatch(1);
    tell(told::countDown);
    try {
      if (!told.await(1, TimeUnit.SECONDS)) {
        throw new IllegalStateException("listeners of the cluster still busy after 1 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether what one member sends reaches the other. */
  synchronized boolean sees(String from, String to) {
    Member sender = members.get(from);
    Member receiver = members.get(to);
    return sender != null && receiver != null && sender.side == receiver.side;
  }

  private void regroup() {
    Map<List<Boolean>, List<Member>> groups =
        members.values().stream()
            .collect(
                Collectors.groupingBy(
                    member -> cuts.stream().map(c -> c.contains(member.getNodeId())).toList(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Side, Long> sizes =
        members.values().stream()
            .map(member -> member.side)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(side -> side, Collectors.counting()));
    Map<Member, Side> next = new HashMap<>();
    for (List<Member> group : groups.values()) {
      Side merged = new Side();
      group.stream()
          .map(member -> member.side)
          .filter(Objects::nonNull)
          .distinct()
          .sorted(Comparator.comparing((Side side) -> -sizes.getOrDefault(side, 0L)))
          .forEach(merged::merge);
      group.forEach(member -> next.put(member, merged));
    }
    next.forEach((member, side) -> member.side = side);
    members.values().forEach(this::look);
  }

  /** Tells a member who came and went in its eyes, and what that did to registrations. */
  private void look(Member member) {
    Set<String> now = new LinkedHashSet<>(nodes(member));
    Set<String> left = new LinkedHashSet<>(member.seen);
    left.removeAll(now);
    Set<String> came = new LinkedHashSet<>(now);
    came.removeAll(member.seen);
    came.remove(member.getNodeId());
    member.seen = now;
    Set<String> changed = new HashSet<>(left);
    changed.addAll(came);
    if (changed.isEmpty()) {
      return;
    }
    List<String> addresses =
        registrations.entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(i -> changed.contains(i.nodeId())))
            .map(Map.Entry::getKey)
            .toList();
    tell(() -> addresses.forEach(member::registrationsChanged));
    tell(() -> member.changed(left, came));
  }

  synchronized List<String> nodes(Member observer) {
    return members.values().stream()
        .filter(member -> member.side == observer.side)
        .map(Member::getNodeId)
        .toList();
  }

  synchronized @Nullable Member member(Member observer, String id) {
    Member member = members.get(id);
    return member != null && member.side == observer.side ? member : null;
  }

  synchronized void register(Member member, String address, RegistrationInfo info) {
    if (members.containsKey(member.getNodeId())
        && registrations.computeIfAbsent(address, a -> new LinkedHashSet<>()).add(info)) {
      tellAll(address);
    }
  }

  synchronized void unregister(String address, RegistrationInfo info) {
    Set<RegistrationInfo> all = registrations.get(address);
    if (all != null && all.remove(info)) {
      if (all.isEmpty()) {
        registrations.remove(address);
      }
      tellAll(address);
    }
  }

  synchronized List<RegistrationInfo> registrations(Member observer, String address) {
    Collection<String> visible = nodes(observer);
    return registrations.getOrDefault(address, Set.of()).stream()
        .filter(info -> visible.contains(info.nodeId()))
        .filter(info -> !info.localOnly() || info.nodeId().equals(observer.getNodeId()))
        .toList();
  }

  /** Works on a map as one member sees it; one at a time. */
  synchronized <T> T onMap(Member member, String name, Function<Map<Object, Object>, T> work) {
    Side side = member.side;
    return work.apply((side == null ? new Side() : side).map(name));
  }

  private void tellAll(String address) {
    for (Member member : members.values()) {
      tell(() -> member.registrationsChanged(address));
    }
  }

  private void tell(Runnable task) {
    if (!events.isShutdown()) {
      events.execute(task);
    }
  }

  @Override
  public synchronized void close() {
    events.shutdown();
  }
}
