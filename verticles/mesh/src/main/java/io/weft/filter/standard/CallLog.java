package io.weft.filter.standard;

import io.vertx.core.streams.ReadStream;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Metadata;
import io.weft.call.Policy;
import io.weft.contract.Code;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line when a call has ended: who called, what, how it ended, how long it took. For the
 * {@code System.Logger} {@code io.weft.calls}; good calls at INFO, slow ones and failures of the
 * service at WARNING, failures that the caller caused at INFO. Pairs {@code key=value}:
 *
 * <pre>{@code
 * call=served method=shop.Orders/place code=OK millis=1.302 principal=ada node=5f3c attempt=1
 * }</pre>
 *
 * <p>{@code node} is the caller for calls that are served, the callee for calls that are made;
 * times of served calls begin with their arrival. Never in a line: tokens, claims, baggage,
 * replies. Safe for all threads. The logger writes on the event loop: give it an appender that does
 * not wait.
 */
public final class CallLog implements Policy {
  private static final Set<Code> SERVICE_FAULTS =
      EnumSet.of(
          Code.UNKNOWN,
          Code.DEADLINE_EXCEEDED,
          Code.RESOURCE_EXHAUSTED,
          Code.INTERNAL,
          Code.UNAVAILABLE,
          Code.DATA_LOSS);
  private static final int MESSAGE_CHARS = 300;
  private static final long SECOND = 1_000_000_000;

  private final String side;
  private final boolean served;
  private final CallLogOptions options;
  private final long slowNanos;
  private final Logger log;
  private final RandomGenerator random;
  private final AtomicInteger written = new AtomicInteger();
  private volatile long secondNanos;

  private CallLog(boolean served, CallLogOptions options, Logger log, RandomGenerator random) {
    this.side = served ? "served" : "made";
    this.served = served;
    this.options = options;
    this.slowNanos = options.slow().isZero() ? Long.MAX_VALUE : options.slow().toNanos();
    this.log = log;
    this.random = random;
  }

  /**
   * For calls that this node makes: one line for all attempts.
   *
   * @param options what to write
   * @return the policy
   */
  public static CallLog made(CallLogOptions options) {
    return new CallLog(false, options, logger(), () -> ThreadLocalRandom.current().nextLong());
  }

  /**
   * For calls that this node serves, those that are refused included.
   *
   * @param options what to write
   * @return the policy
   */
  public static CallLog served(CallLogOptions options) {
    return new CallLog(true, options, logger(), () -> ThreadLocalRandom.current().nextLong());
  }

  /**
   * The same with other means.
   *
   * @param logger takes the lines
   * @param sampler decides which good calls are written; safe for all threads
   * @return the policy
   */
  public CallLog writingTo(Logger logger, RandomGenerator sampler) {
    return new CallLog(served, options, logger, sampler);
  }

  private static Logger logger() {
    return System.getLogger("io.weft.calls");
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    long nanos = nowNanos - call.startNanos();
    boolean slow = nanos >= slowNanos;
    if (failure == null && !slow && !sampled()) {
      return;
    }
    boolean bad = slow || failure != null && SERVICE_FAULTS.contains(failure.code());
    Level level = bad ? Level.WARNING : Level.INFO;
    if (log.isLoggable(level) && options.only().test(call.spec()) && room(nowNanos)) {
      log.log(level, line(call, failure, nanos, slow));
    }
  }

  private boolean sampled() {
    double share = options.sampling();
    return share >= 1 || share > 0 && random.nextDouble() < share;
  }

  /** A flood of failures must not become a flood of lines. */
  private boolean room(long now) {
    int count = written.incrementAndGet();
    if (over(now)) {
      int before = restart(now);
      if (before > options.linesPerSecond()) {
        log.log(
            Level.WARNING,
            "call="
                + side
                + " skipped="
                + (before - options.linesPerSecond())
                + " lines=\"more than "
                + options.linesPerSecond()
                + " a second\"");
      }
      return true;
    }
    return count <= options.linesPerSecond();
  }

  /** Whether the second is over; a clock may begin anywhere, below zero too. */
  private boolean over(long now) {
    long since = now - secondNanos;
    return since >= SECOND || since < -SECOND;
  }

  /** How many lines the second before wanted. */
  private synchronized int restart(long now) {
    if (!over(now)) {
      return 0;
    }
    secondNanos = now;
    return written.getAndSet(1) - 1;
  }

  private String line(Call call, @Nullable CallFailure failure, long nanos, boolean slow) {
    StringBuilder out = new StringBuilder(200);
    pair(out, "call", side);
    pair(out, "method", call.spec().toString());
    pair(out, "code", failure == null ? "OK" : failure.code().name());
    pair(out, "millis", String.format(Locale.ROOT, "%.3f", nanos / 1e6));
    if (slow) {
      pair(out, "slow", "true");
    }
    pair(out, "principal", subject(call));
    pair(out, "node", served ? call.origin() : target(call, failure));
    pair(out, "attempt", Integer.toString(call.attempt()));
    String trace = call.metadata().trace(Metadata.TRACEPARENT);
    if (trace != null && trace.length() > 35) {
      pair(out, "trace", trace.substring(3, 35));
    }
    if (failure != null) {
      pair(out, "fate", failure.fate().name());
      // What is wrong with a request can only be said by quoting it.
      if (options.messages()
          && (failure.code() != Code.INVALID_ARGUMENT || options.payloadChars() > 0)) {
        pair(out, "message", cut(failure.message()));
      }
    }
    if (options.payloadChars() > 0 && !(call.request() instanceof ReadStream)) {
      pair(out, "request", request(call));
    }
    return out.toString();
  }

  private String request(Call call) {
    try {
      return Brief.of(call.request(), options.payloadChars());
    } catch (RuntimeException e) {
      return "cannot be written: " + e.getClass().getSimpleName();
    }
  }

  private static @Nullable String target(Call call, @Nullable CallFailure failure) {
    return failure != null && failure.node() != null ? failure.node() : call.target();
  }

  private static @Nullable String subject(Call call) {
    try {
      var principal = call.metadata().principal();
      return principal == null ? null : principal.subject();
    } catch (CallFailure unreadable) {
      return "unreadable";
    }
  }

  private static String cut(String text) {
    return text.length() <= MESSAGE_CHARS ? text : text.substring(0, MESSAGE_CHARS) + "…";
  }

  private static void pair(StringBuilder out, String key, @Nullable String value) {
    if (value == null) {
      return;
    }
    if (out.length() > 0) {
      out.append(' ');
    }
    out.append(key).append('=').append(plain(value) ? value : Brief.quoted(value));
  }

  /** What a reader of pairs takes for one word. */
  private static boolean plain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c == '"' || c == '=' || c >= 0x7f) {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
