package io.weft.registry;

import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.weft.call.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which instances the callers of a node leave alone, and why. Each lane judges for itself; here an
 * instance is listed from the first lane that ejects it to the last one that takes it back. Safe
 * for all threads.
 */
public final class Ejections {
  private static final Logger log = LoggerFactory.getLogger(Ejections.class);

  private final Clock clock;
  private final Map<Place, Entry> entries = new HashMap<>();
  private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();
  private long total;
  private long returned;

  /**
   * An instance that is left alone.
   *
   * @param service the full service name
   * @param node the id of its node
   * @param name the name of its node, for people
   * @param reason why, for people
   * @param sinceMillis for how long
   */
  public record Ejection(
      String service, String node, String name, String reason, long sinceMillis) {}

  /**
   * An instance was ejected or taken back.
   *
   * @param service the full service name
   * @param node the id of its node
   * @param name the name of its node, for people
   * @param ejected false when it is back
   * @param reason why, for people
   */
  public record Notice(String service, String node, String name, boolean ejected, String reason) {}

  private record Place(String node, long incarnation, int serviceId) {
    static Place of(Endpoint endpoint) {
      return new Place(
          endpoint.address().node(), endpoint.address().incarnation(), endpoint.serviceId());
    }
  }

  private static final class Entry {
    final Endpoint endpoint;
    final String reason;
    final long since;
    int views;

    Entry(Endpoint endpoint, String reason, long since) {
      this.endpoint = endpoint;
      this.reason = reason;
      this.since = since;
    }
  }

  /**
   * Creates an empty list.
   *
   * @param clock the time
   */
  public Ejections(Clock clock) {
    this.clock = clock;
  }

  void ejected(Endpoint endpoint, String reason) {
    synchronized (this) {
      Entry entry = entries.get(Place.of(endpoint));
      if (entry != null) {
        entry.views++;
        return;
      }
      entry = new Entry(endpoint, reason, clock.nanos());
      entry.views = 1;
      entries.put(Place.of(endpoint), entry);
      total++;
    }
    Notice notice = notice(endpoint, true, reason);
    log.warn(text(notice) + " is ejected: " + reason);
    tell(notice);
  }

  void returned(Endpoint endpoint, String reason) {
    Entry entry = release(endpoint);
    if (entry != null) {
      synchronized (this) {
        returned++;
      }
      Notice notice = notice(endpoint, false, reason);
      long millis = (clock.nanos() - entry.since) / 1_000_000;
      log.info(text(notice) + " is back after " + millis + " ms: " + reason);
      tell(notice);
    }
  }

  /** Its node left the mesh, or no longer serves it. */
  void gone(Endpoint endpoint) {
    release(endpoint);
  }

  private synchronized @Nullable Entry release(Endpoint endpoint) {
    Entry entry = entries.get(Place.of(endpoint));
    if (entry == null || --entry.views > 0) {
      return null;
    }
    return entries.remove(Place.of(endpoint));
  }

  private static Notice notice(Endpoint e, boolean ejected, String reason) {
    return new Notice(e.service().service(), e.address().node(), e.node().name(), ejected, reason);
  }

  private static String text(Notice notice) {
    return "instance of " + notice.service() + " on " + notice.name() + " (" + notice.node() + ")";
  }

  private void tell(Notice notice) {
    for (Consumer<Notice> listener : listeners) {
      try {
        listener.accept(notice);
      } catch (RuntimeException e) {
        log.error("a listener of ejections failed", e);
      }
    }
  }

  /**
   * The instances that are left alone now.
   *
   * @return by service and node
   */
  public synchronized List<Ejection> all() {
    long now = clock.nanos();
    return entries.values().stream()
        .map(
            e ->
                new Ejection(
                    e.endpoint.service().service(),
                    e.endpoint.address().node(),
                    e.endpoint.node().name(),
                    e.reason,
                    (now - e.since) / 1_000_000))
        .sorted(Comparator.comparing(Ejection::service).thenComparing(Ejection::node))
        .toList();
  }

  /**
   * How often an instance was ejected.
   *
   * @return 0 or more, since the node joined
   */
  public synchronized long total() {
    return total;
  }

  /**
   * How often an instance came back.
   *
   * @return 0 or more, since the node joined
   */
  public synchronized long returned() {
    return returned;
  }

  /**
   * Tells of every ejection and return, from then on.
   *
   * @param listener on the thread of the call that caused it; must not block
   */
  public void onChange(Consumer<Notice> listener) {
    listeners.add(listener);
  }
}
