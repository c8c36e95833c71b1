package io.weft.topic;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.CallFailure;
import io.weft.call.CallLocal;
import io.weft.call.CallScope;
import io.weft.call.Metadata;
import io.weft.contract.Code;
import io.weft.stream.InboundStream;
import io.weft.stream.Producer;
import io.weft.stream.Window;
import io.weft.topic.Cluster.Interest;
import io.weft.topic.Routes.Group;
import io.weft.topic.Routes.Route;
import io.weft.topic.Subscription.Subscriber;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The subscriptions of this node: made, told to the cluster, given their events. Any thread. */
final class LocalSubscriptions {
  private static final System.Logger LOG = System.getLogger(LocalSubscriptions.class.getName());

  /** The counters behind {@link Topics.Stats}. */
  static final class Counters {
    final LongAdder published = new LongAdder();
    final LongAdder received = new LongAdder();
    final LongAdder delivered = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder mismatched = new LongAdder();
    final LongAdder damaged = new LongAdder();

    Topics.Stats stats() {
      return new Topics.Stats(
          published.sum(),
          received.sum(),
          delivered.sum(),
          dropped.sum(),
          lost.sum(),
          mismatched.sum(),
          damaged.sum());
    }
  }

  private final VertxInternal vertx;
  private final Cluster cluster;
  private final Routes routes;
  private final Counters counters = new Counters();
  private final Object announcing = new Object();
  private List<Interest> announced = List.of();
  private Future<Void> announcement = Future.succeededFuture();
  private volatile boolean damageLogged;
  private volatile boolean closed;

  LocalSubscriptions(VertxInternal vertx, Cluster cluster, Routes routes) {
    this.vertx = vertx;
    this.cluster = cluster;
    this.routes = routes;
  }

  Counters counters() {
    return counters;
  }

  Future<Subscription> subscribe(
      String pattern, EventType<?> type, SubscribeOptions options, Handler<Object> handler) {
    ContextInternal context = vertx.getOrCreateContext().unwrap();
    Subscriber subscriber = new Subscriber(context, handler, cause -> {});
    Subscription subscription = new Subscription(this, pattern, type, options, subscriber);
    subscription.demand(Long.MAX_VALUE);
    Promise<Subscription> known = context.promise();
    add(subscription)
        .onComplete(
            done -> {
              if (done.succeeded()) {
                known.complete(subscription);
              } else {
                known.fail(done.cause());
              }
            });
    return known.future();
  }

  <E> InboundStream<E> stream(String pattern, EventType<?> type, SubscribeOptions options) {
    ContextInternal context = vertx.getOrCreateContext().unwrap();
    Feed<E> feed = new Feed<>(context);
    Subscriber subscriber = new Subscriber(context, feed::event, feed.stream::end);
    Subscription subscription = new Subscription(this, pattern, type, options, subscriber);
    feed.subscription = subscription;
    feed.stream.open();
    add(subscription);
    return feed.stream;
  }

  /** Moves events one by one into a stream, so that all others wait in the one bounded buffer. */
  private static final class Feed<E> implements Producer {
    private static final Window ONE = new Window(1, 1);

    final InboundStream<E> stream;
    @Nullable Subscription subscription;

    Feed(ContextInternal context) {
      stream = new InboundStream<>(context, ONE, this);
    }

    @SuppressWarnings("unchecked")
    void event(Object event) {
      stream.receive((E) event, 0);
    }

    @Override
    public void demand(int items, int bytes) {
      Objects.requireNonNull(subscription).demand(items);
    }

    @Override
    public void cancel() {
      Objects.requireNonNull(subscription).close();
    }
  }

  private Future<Void> add(Subscription subscription) {
    routes.add(subscription);
    Future<Void> told =
        closed
            ? Future.failedFuture(
                CallFailure.notProcessed(
                    Code.UNAVAILABLE, "subscribe " + subscription.pattern() + ": mesh is closed"))
            : announce();
    return told.onFailure(
        cause -> {
          subscription.end(cause);
          remove(subscription);
        });
  }

  Future<Void> remove(Subscription subscription) {
    routes.remove(subscription);
    return announce();
  }

  Future<Void> close() {
    closed = true;
    for (Subscription subscription : routes.subscriptions()) {
      subscription.end(null);
      routes.remove(subscription);
    }
    return announce();
  }

  /** Tells the cluster what changed, if anything did; completes when it knows the present state. */
  private Future<Void> announce() {
    synchronized (announcing) {
      List<Interest> now = routes.mine();
      if (!now.equals(announced) || announcement.failed()) {
        announced = now;
        announcement = cluster.announce(now);
      }
      return announcement;
    }
  }

  /** Gives an event of this node to its subscribers here. */
  static void deliver(Letter letter, Route route, int[] chosen) {
    deliverPlain(letter, route);
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] == Routes.HERE) {
        deliverMember(letter, route.groups().get(i));
      }
    }
  }

  /** Gives an event of another node to its subscribers here. */
  void dispatch(Letter letter, Set<String> groups) {
    Route route = routes.route(letter.topic());
    deliverPlain(letter, route);
    int found = 0;
    for (int i = 0; i < route.groups().size() && found < groups.size(); i++) {
      Group group = route.groups().get(i);
      if (groups.contains(group.name()) && deliverMember(letter, group)) {
        found++;
      }
    }
    // The members of the others left while the event was on its way.
    counters.lost.add(groups.size() - found);
  }

  private static void deliverPlain(Letter letter, Route route) {
    List<Subscription> plain = route.plain();
    for (int i = 0; i < plain.size(); i++) {
      plain.get(i).accept(letter);
    }
  }

  private static boolean deliverMember(Letter letter, Group group) {
    Subscription member = group.member(letter.type());
    if (member != null) {
      member.accept(letter);
    }
    return member != null;
  }

  /** Tells every subscription that events of a node are missing: nobody knows their topics. */
  void lost(String publisher, long count) {
    counters.lost.add(count);
    for (Subscription subscription : routes.subscriptions()) {
      subscription.lost(publisher, count);
    }
  }

  void damaged(String what, RuntimeException cause) {
    counters.damaged.increment();
    // One complaint a node is enough: whoever sends damaged bytes can send many.
    Level level = damageLogged ? Level.DEBUG : Level.WARNING;
    damageLogged = true;
    LOG.log(level, "{0} cannot be read: {1}", what, cause);
  }

  static void logMismatch(Letter letter, Subscription subscription) {
    LOG.log(
        Level.WARNING,
        "topic {0} carries {1} from node {2}, subscription {3} expects {4}: not delivered",
        letter.topic(),
        Patterns.shown(letter.type()),
        letter.publisher(),
        subscription.pattern(),
        subscription.type().name());
  }

  /** A context in which the calls of a handler inherit what came with an event. */
  static ContextInternal inherit(ContextInternal context, Map<String, String> baggage) {
    if (baggage.isEmpty()) {
      return context;
    }
    CallScope scope = CallScope.detached();
    baggage.forEach(
        (key, value) -> {
          // The mesh's own keys are set by the mesh of this node only.
          if (key.equals(Metadata.TRACEPARENT)) {
            scope.trace(value);
          } else if (!Metadata.reserved(key)) {
            scope.baggage(key, value);
          }
        });
    ContextInternal own = context.duplicate();
    CallLocal.put(own, scope);
    return own;
  }
}
