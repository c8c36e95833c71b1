package io.weft.link;

import io.vertx.core.internal.ContextInternal;
import io.weft.call.Call;
import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Policy;
import io.weft.call.Service;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import io.weft.stream.Window;
import io.weft.wire.Reader;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One node of a {@link Town}: its lanes, and what they may reach. */
final class Home implements Lanes.Acceptor {
  final Lanes lanes;
  final Deeds deeds = new Deeds();
  final AtomicInteger events = new AtomicInteger();
  final Queue<String> goAways = new ConcurrentLinkedQueue<>();
  private final Town town;
  private final Map<Integer, Served> served = new ConcurrentHashMap<>();
  private volatile RuntimeException onEvent;

  Home(Town town, String name, long incarnation, Limits limits) {
    this.town = town;
    this.lanes =
        new Lanes(town.vertx, new Lanes.Options(name, incarnation, this, limits, town.clock));
    lanes.all().forEach(lane -> Town.get(lane.listen()));
  }

  LaneAddress at(int lane) {
    return lanes.all().get(lane).address();
  }

  Lane lane(int index) {
    return lanes.all().get(index);
  }

  /** Serves {@link Probe} on a lane; returns the service's number. */
  Served serve(int lane) {
    return serve(lane, ProbeSpecs.CONTRACT, deeds);
  }

  <T> Served serve(int lane, Contract<T> contract, T service) {
    ContextInternal context = town.vertx.createEventLoopContext();
    while (lanes.of(context) != lane(lane)) {
      context = town.vertx.createEventLoopContext();
    }
    return serve(context, contract, service);
  }

  <T> Served serve(ContextInternal context, Contract<T> contract, T service) {
    return serve(context, contract, service, List.of());
  }

  <T> Served serve(
      ContextInternal context, Contract<T> contract, T service, List<Policy> policies) {
    Served.Pipeline pipeline = new Served.Pipeline(policies, List.of(), contract.skeleton(service));
    int id = served.size() + 1;
    Served one = new Served(id, lanes.of(context), context, contract, pipeline);
    served.put(id, one);
    return one;
  }

  void stopServing() {
    served.clear();
  }

  void failEvents(RuntimeException failure) {
    onEvent = failure;
  }

  Probe client(int lane, Served there, long deadlineMillis) {
    return client(lane, there.lane().address(), there.id(), deadlineMillis);
  }

  Probe client(int lane, LaneAddress peer, int serviceId, long deadlineMillis) {
    return ProbeSpecs.CONTRACT.proxy(caller(lane, peer, serviceId, deadlineMillis));
  }

  Caller caller(int lane, LaneAddress peer, int serviceId, long deadlineMillis) {
    Lane mine = lane(lane);
    Target target = Town.on(mine, () -> mine.remote(peer, serviceId));
    return new Caller(
        town.vertx,
        way(mine, target),
        town.clock,
        new Caller.Defaults(Window.DEFAULT, deadlineMillis, java.util.Map.of()));
  }

  Probe local(int lane, Served here, long deadlineMillis) {
    return ProbeSpecs.CONTRACT.proxy(localCaller(lane, here, deadlineMillis));
  }

  Caller localCaller(int lane, Served here, long deadlineMillis) {
    Lane mine = lane(lane);
    Service way = way(mine, mine.local(here));
    return new Caller(
        town.vertx,
        way,
        town.clock,
        new Caller.Defaults(Window.DEFAULT, deadlineMillis, java.util.Map.of()));
  }

  private static Service way(Lane lane, Target target) {
    return call -> {
      Call made = call;
      lane.execute(() -> target.call(made, (c, reply, failure) -> c.complete(reply, failure)));
      return call.future();
    };
  }

  LinkStats.Snapshot stats() {
    LinkStats.Snapshot sum = new LinkStats().snapshot();
    for (Lane lane : lanes.all()) {
      sum = sum.plus(Town.on(lane, () -> lane.stats().snapshot()));
    }
    return sum;
  }

  /** Entries in all tables of all lanes. */
  int waiting() {
    return lanes.all().stream().mapToInt(lane -> Town.on(lane, lane::waiting)).sum();
  }

  boolean ticking() {
    return lanes.all().stream().anyMatch(lane -> Town.on(lane, lane::ticking));
  }

  @Override
  public Served served(int id) {
    return served.get(id);
  }

  @Override
  public void event(LaneAddress from, Reader payload) {
    if (onEvent != null) {
      throw onEvent;
    }
    events.incrementAndGet();
  }

  @Override
  public void goAway(String node) {
    goAways.add(node);
  }
}
