package io.weft.filter.standard;

import io.weft.call.Call;
import io.weft.call.Clock;
import io.weft.call.Principal;
import io.weft.wire.Codec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The last good answers, for {@link Fallback}. An answer is given again to the same method, the
 * same request and the same principal (subject, issuer and roles) only. Keeps 1,000 answers for 10
 * minutes if nobody says otherwise; the rest goes in the order of a clock with second chances. What
 * can change is copied in and out. Safe for all threads; a request that is known already takes no
 * lock.
 *
 * @param <R> the reply
 * @see <a href="https://en.wikipedia.org/wiki/Page_replacement_algorithm#Clock">The clock
 *     algorithm, F. Corbató: A paging experiment with the Multics system, 1968</a>
 */
public final class LastGood<R> {
  private static final int ENTRIES = 1_000;
  private static final Duration AGE = Duration.ofMinutes(10);

  private final UnaryOperator<R> mark;
  private final int most;
  private final long ageNanos;
  private final Function<Call, Object> key;
  private final Clock clock;
  private final Map<Object, Entry> entries = new ConcurrentHashMap<>();
  private final Queue<Entry> hand = new ArrayDeque<>();

  private record Key(
      String service, int version, String method, @Nullable Who who, Object request) {}

  /** Whose answer it is. Other claims, such as the expiry of a token, change too often. */
  private record Who(String subject, @Nullable String issuer, Set<String> roles) {}

  private record Known(@Nullable Object reply, long nanos) {}

  private static final class Entry {
    final Object key;
    volatile Known known;
    volatile boolean used;

    Entry(Object key, Known known) {
      this.key = key;
      this.known = known;
    }
  }

  private LastGood(
      UnaryOperator<R> mark, int most, long ageNanos, Function<Call, Object> key, Clock clock) {
    this.mark = mark;
    this.most = most;
    this.ageNanos = ageNanos;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Answers that tell that they are old.
   *
   * @param mark makes the answer that is given of the one that was; not asked for null
   * @param <R> the reply
   * @return the store
   */
  public static <R> LastGood<R> marked(UnaryOperator<R> mark) {
    return new LastGood<>(mark, ENTRIES, AGE.toNanos(), Call::request, Clock.SYSTEM);
  }

  /**
   * Answers as they were.
   *
   * @return the store
   */
  public static LastGood<Object> unmarked() {
    return marked(UnaryOperator.identity());
  }

  /**
   * Another number of answers.
   *
   * @param entries 1 or more
   * @return an empty store
   */
  public LastGood<R> withEntries(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("entries: " + entries + " (expected: 1 or more)");
    }
    return new LastGood<>(mark, entries, ageNanos, key, clock);
  }

  /**
   * Another age.
   *
   * @param age an older answer is not given; greater than 0
   * @return an empty store
   */
  public LastGood<R> withAge(Duration age) {
    if (age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("age: " + age + " (expected: greater than 0)");
    }
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);
    long nanos = age.compareTo(longest) < 0 ? age.toNanos() : Long.MAX_VALUE;
    return new LastGood<>(mark, most, nanos, key, clock);
  }

  /**
   * Another idea of which requests are the same. Whatever changes the answer belongs in the key:
   * also a tenant in the baggage. Method and principal are compared besides.
   *
   * @param value gives something with {@code equals} and {@code hashCode} that does not change;
   *     default the request message
   * @return an empty store
   */
  public LastGood<R> withKey(Function<Call, Object> value) {
    return new LastGood<>(mark, most, ageNanos, value, clock);
  }

  /**
   * Another clock.
   *
   * @param value the time
   * @return an empty store
   */
  public LastGood<R> withClock(Clock value) {
    return new LastGood<>(mark, most, ageNanos, key, value);
  }

  /**
   * How many answers are kept.
   *
   * @return the number now, those that are too old included
   */
  public int size() {
    return entries.size();
  }

  void remember(Call call, @Nullable Object reply) {
    Object wanted = keyOf(call);
    Known known = new Known(copy(call.spec().messages().reply(), reply), clock.nanos());
    Entry entry = entries.get(wanted);
    if (entry == null) {
      add(call, wanted, known);
    } else {
      entry.known = known;
      entry.used = true;
    }
  }

  @SuppressWarnings("unchecked")
  Fallback.@Nullable Answer recall(Call call) {
    Entry entry = entries.get(keyOf(call));
    if (entry == null) {
      return null;
    }
    entry.used = true;
    Known known = entry.known;
    long age = clock.nanos() - known.nanos;
    if (age > ageNanos) {
      return null;
    }
    Object reply = copy(call.spec().messages().reply(), known.reply);
    return new Fallback.Answer(
        reply == null ? null : mark.apply((R) reply),
        "the last good answer, " + age / 1_000_000 + " ms old");
  }

  private synchronized void add(Call call, Object wanted, Known known) {
    Entry there = entries.get(wanted);
    if (there != null) {
      there.known = known;
      return;
    }
    if (entries.size() >= most) {
      evict();
    }
    // The request is the caller's, who may change what can be changed.
    Object own =
        wanted instanceof Key k && k.request == call.request()
            ? new Key(
                k.service,
                k.version,
                k.method,
                k.who,
                Objects.requireNonNull(copy(call.spec().messages().request(), k.request)))
            : wanted;
    Entry entry = new Entry(own, known);
    entries.put(own, entry);
    hand.add(entry);
  }

  private void evict() {
    // Each entry is passed at most once, then its chance is gone.
    for (int i = hand.size(); i >= 0; i--) {
      Entry oldest = hand.remove();
      if (!oldest.used || i == 0) {
        entries.remove(oldest.key);
        return;
      }
      oldest.used = false;
      hand.add(oldest);
    }
  }

  private Object keyOf(Call call) {
    Principal principal = call.metadata().principal();
    Who who =
        principal == null
            ? null
            : new Who(principal.subject(), principal.claims().get("iss"), principal.roles());
    var name = call.spec().name();
    return new Key(name.service(), name.version(), name.method(), who, key.apply(call));
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object copy(Codec<?> codec, @Nullable Object value) {
    return value == null ? null : ((Codec<Object>) codec).copy(value);
  }
}
