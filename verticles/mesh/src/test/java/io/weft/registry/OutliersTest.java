package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.registry.Strategy.Locality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Who is ejected, who is not, and how they come back: simulated callers and instances. */
class OutliersTest extends BalancerBench {
  private static final CallFailure USERS = CallFailure.of(Code.INVALID_ARGUMENT, "wrong");
  private static final CallFailure LATE = CallFailure.unknown(Code.DEADLINE_EXCEEDED, "late");

  private final Ejections ejections = new Ejections(() -> now);
  private final List<Ejections.Notice> notices = new ArrayList<>();
  private final PriorityQueue<Running> running =
      new PriorityQueue<>((a, b) -> Long.compare(a.end, b.end));
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, Integer> failed = new TreeMap<>();

  /** What an instance does with a call: latency and failure; null latency for no answer ever. */
  private record Deed(long nanos, CallFailure failure) {}

  private record Running(Instance instance, Call call, long end, Deed deed) {}

  OutliersTest() {
    ejections.onChange(notices::add);
  }

  private Balancer three() {
    Balancer balancer = new Balancer(Strategy.leastLoaded(), Locality.LOCAL_FIRST, 42, ejections);
    update(balancer, plain("a", "b", "c"));
    return balancer;
  }

  private Call method(int number) {
    Spec spec =
        new Spec(
            new Spec.Name("shop.Cart", 1, "m" + number, number),
            Shape.UNARY,
            Semantics.AT_LEAST_ONCE,
            new Spec.Messages(null, null, List.of()),
            new Spec.Timing(5_000, 1, 0, -1),
            new Spec.Access(false, false, List.of()),
            Priority.Level.NORMAL);
    return new Call(spec, "request", null, null, Call.Time.of(now, 5_000));
  }

  private void endDue(long until) {
    while (!running.isEmpty() && running.peek().end <= until) {
      Running r = running.poll();
      now = Math.max(now, r.end);
      r.instance.end(r.call, now, r.end - r.call.startNanos(), r.deed.failure);
      if (r.deed.failure != null) {
        failed.merge(node(r.instance), 1, Integer::sum);
      }
    }
  }

  /** An open loop: a call every so often for some time. */
  private void load(
      Balancer balancer, long everyNanos, long forNanos, Function<String, Deed> deeds) {
    load(balancer, everyNanos, forNanos, 1, (node, method) -> deeds.apply(node));
  }

  private interface Deeds {
    Deed of(String node, int method);
  }

  private void load(Balancer balancer, long everyNanos, long forNanos, int methods, Deeds deeds) {
    long end = now + forNanos;
    int made = 0;
    for (long at = now; at < end; at += everyNanos) {
      endDue(at);
      now = Math.max(now, at);
      int number = made++ % methods + 1;
      Call call = method(number);
      Instance instance = balancer.pick(call);
      String node = node(instance);
      calls.merge(node, 1, Integer::sum);
      instance.begin(call, now);
      Deed deed = deeds.of(node, number);
      running.add(new Running(instance, call, now + deed.nanos, deed));
    }
    endDue(end);
    now = Math.max(now, end);
  }

  private static Deed good(long millis) {
    return new Deed(millis * MILLI, null);
  }

  @Test
  void failingHalf_isEjectedAndGetsLittle() {
    Balancer balancer = three();
    Random random = new Random(7);
    load(
        balancer,
        5 * MILLI,
        60 * SECOND,
        node -> node.equals("c") && random.nextBoolean() ? new Deed(MILLI, BUG) : good(1));
    assertThat(ejections.total()).isPositive();
    assertThat(notices).allMatch(n -> n.node().equals("c"));
    assertThat(failed.get("c")).as("of 12,000 calls").isLessThan(200);
  }

  @Test
  void failureRate_byEveryStrategy_ejects() {
    for (Strategy strategy : all()) {
      Ejections mine = new Ejections(() -> now);
      mine.onChange(notices::add);
      Balancer balancer = new Balancer(strategy, Locality.NONE, 42, mine);
      update(balancer, plain("a", "b", "c"));
      notices.clear();
      int[] n = new int[1];
      load(
          balancer,
          5 * MILLI,
          10 * SECOND,
          node -> node.equals("c") && n[0]++ % 2 == 0 ? new Deed(MILLI, BUG) : good(1));
      assertThat(notices).as(strategy.toString()).isNotEmpty();
      assertThat(notices.get(0).node()).isEqualTo("c");
    }
  }

  @Test
  void backoff_doublesToItsCap_andATrialIsThreeCalls() {
    Balancer balancer = three();
    List<Long> times = new ArrayList<>();
    ejections.onChange(notice -> times.add(now));
    Map<Long, Integer> perSecond = new HashMap<>();
    load(
        balancer,
        10 * MILLI,
        60 * SECOND,
        node -> {
          if (node.equals("c")) {
            perSecond.merge(now / SECOND, 1, Integer::sum);
            return new Deed(100 * MILLI, BUG);
          }
          return good(1);
        });
    assertThat(notices).as("it never came back").hasSize(1);
    assertThat(calls.get("c")).as("10 trials at most").isLessThan(60);
    long quiet =
        perSecond.keySet().stream().max(Long::compare).orElseThrow()
            - perSecond.keySet().stream().min(Long::compare).orElseThrow();
    assertThat(quiet).as("it was tried to the end").isGreaterThan(50);
  }

  @Test
  void worksAgain_isBackWithin15s() {
    for (int down = 4; down < 40; down += 3) {
      Balancer balancer = three();
      load(balancer, 5 * MILLI, 5 * SECOND, node -> good(1));
      load(
          balancer,
          5 * MILLI,
          down * SECOND,
          node -> node.equals("b") ? new Deed(MILLI, BUG) : good(1));
      assertThat(ejections.all()).hasSize(1);
      load(balancer, 5 * MILLI, 15 * SECOND, node -> good(1));
      assertThat(ejections.all()).as("after %d s", down).isEmpty();
    }
  }

  @Test
  void silentWhileOthersAnswer_isEjectedWithin2s_andBack() {
    Balancer balancer = three();
    load(balancer, 5 * MILLI, 5 * SECOND, node -> good(1));
    long start = now;
    calls.clear();
    List<Long> times = new ArrayList<>();
    ejections.onChange(notice -> times.add(now));
    load(balancer, 5 * MILLI, 400 * MILLI, this::wedgedC);
    silent.add("c");
    load(balancer, 5 * MILLI, 6 * SECOND, this::wedgedC);
    assertThat(times.get(0) - start).isLessThan(2 * SECOND);
    assertThat(notices.get(0).reason()).contains("silent");
    assertThat(calls.get("c")).as("calls that hang").isLessThanOrEqualTo(5);
    silent.clear();
    load(balancer, 5 * MILLI, 2 * SECOND, node -> good(1));
    assertThat(ejections.all()).isEmpty();
    assertThat(ejections.returned()).isEqualTo(1);
  }

  private Deed wedgedC(String node) {
    return node.equals("c") ? new Deed(3 * SECOND, LATE) : good(1);
  }

  @Test
  void hangingHandlers_withALivingLink_areEjected() {
    Balancer balancer = new Balancer(Strategy.roundRobin(), Locality.NONE, 42, ejections);
    update(balancer, plain("a", "b", "c"));
    load(balancer, 5 * MILLI, 5 * SECOND, node -> good(2));
    long start = now;
    List<Long> times = new ArrayList<>();
    ejections.onChange(notice -> times.add(now));
    load(
        balancer,
        5 * MILLI,
        4 * SECOND,
        node -> node.equals("c") ? new Deed(60 * SECOND, LATE) : good(2));
    assertThat(times).hasSize(1);
    assertThat(times.get(0) - start).isBetween(SECOND, 2 * SECOND);
    assertThat(notices.get(0).reason()).contains("without an answer");
  }

  @Test
  void slowMethodsBesideFastOnes_noEjection() {
    Balancer balancer = three();
    load(balancer, 5 * MILLI, 20 * SECOND, 4, this::mixed);
    load(balancer, 50 * MILLI, 60 * SECOND, 4, this::mixed);
    assertThat(notices).isEmpty();
    assertThat(calls.values()).allMatch(n -> n > 100);
  }

  private Deed mixed(String node, int method) {
    return good(method == 4 ? 3_000 : method);
  }

  @Test
  void pausesOf300ms_onEitherSide_noEjection() {
    Balancer balancer = three();
    for (int i = 0; i < 50; i++) {
      load(balancer, 5 * MILLI, SECOND, node -> good(1));
      // A server stands still: its calls wait, and its link is suspected for a moment.
      silent.add("b");
      load(balancer, 5 * MILLI, 300 * MILLI, node -> good(node.equals("b") ? 300 : 1));
      silent.clear();
      load(balancer, 5 * MILLI, SECOND, node -> good(1));
      // The caller stands still: everything comes late at once.
      now += 300 * MILLI;
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void usersErrors_noEjection() {
    Balancer balancer = three();
    load(balancer, 5 * MILLI, 30 * SECOND, node -> new Deed(MILLI, USERS));
    assertThat(notices).isEmpty();
  }

  @Test
  void refusedForLoad_costsButDoesNotEject() {
    Balancer balancer = three();
    CallFailure busy = CallFailure.notProcessed(Code.RESOURCE_EXHAUSTED, "busy");
    load(
        balancer,
        5 * MILLI,
        30 * SECOND,
        node -> node.equals("c") ? new Deed(MILLI, busy) : good(1));
    assertThat(notices).isEmpty();
    assertThat(calls.get("c")).isLessThan(calls.get("a") / 3);
  }

  @Test
  void allFailAlike_nobodyIsToBlame() {
    Balancer balancer = three();
    Random random = new Random(7);
    load(balancer, 5 * MILLI, 5 * SECOND, node -> good(1));
    load(
        balancer,
        5 * MILLI,
        30 * SECOND,
        node -> random.nextInt(10) < 6 ? new Deed(MILLI, BUG) : good(1));
    assertThat(ejections.total()).as("blamed by chance").isLessThanOrEqualTo(1);
    assertThat(calls.values()).allMatch(n -> n > 1_000);
  }

  @Test
  void goneWhileEjected_isNotListed() {
    Balancer balancer = three();
    load(
        balancer, 5 * MILLI, 5 * SECOND, node -> node.equals("a") ? new Deed(MILLI, BUG) : good(1));
    assertThat(ejections.all()).hasSize(1);
    update(balancer, plain("b", "c"));
    assertThat(ejections.all()).isEmpty();
    assertThat(ejections.returned()).isZero();
  }

  @Test
  void twoLanes_oneNotice() {
    for (int lane = 0; lane < 2; lane++) {
      Balancer balancer = three();
      load(
          balancer,
          5 * MILLI,
          5 * SECOND,
          node -> node.equals("a") ? new Deed(MILLI, BUG) : good(1));
    }
    assertThat(notices).hasSize(1);
    assertThat(ejections.total()).isEqualTo(1);
  }

  /** Whatever fails: somebody is always asked, and at least one instance is never ejected. */
  @Property(tries = 60)
  void anyFaults_neverAllEjected(@ForAll long seed) {
    Random random = new Random(seed);
    Ejections mine = new Ejections(() -> now);
    Balancer balancer = new Balancer(Strategy.leastLoaded(), Locality.LOCAL_FIRST, seed, mine);
    update(balancer, plain("a", "b", "c", "d"));
    for (int i = 0; i < 20; i++) {
      int mask = random.nextInt(16);
      silent.clear();
      "abcd".chars().filter(c -> random.nextInt(8) == 0).forEach(c -> silent.add("" + (char) c));
      load(
          balancer,
          5 * MILLI,
          SECOND,
          node -> (mask >> node.charAt(0) - 'a' & 1) == 1 ? new Deed(MILLI, BUG) : good(1));
      assertThat(mine.all().size()).isLessThan(4);
    }
  }
}
