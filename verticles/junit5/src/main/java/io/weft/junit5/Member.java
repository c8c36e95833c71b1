package io.weft.junit5;

import io.vertx.core.Completable;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.shareddata.AsyncMap;
import io.vertx.core.shareddata.Counter;
import io.vertx.core.shareddata.Lock;
import io.vertx.core.shareddata.impl.AsynchronousCounter;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.NodeListener;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.spi.cluster.RegistrationListener;
import io.vertx.core.spi.cluster.RegistrationUpdateEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A node's part in a {@link LocalCluster}. */
final class Member implements ClusterManager {
  /** What it shares; guarded by the cluster. */
  LocalCluster.@Nullable Side side;

  /** The nodes it knows of; guarded by the cluster. */
  Set<String> seen = Set.of();

  private final LocalCluster cluster;
  private final String id = UUID.randomUUID().toString();
  private volatile @Nullable VertxInternal vertx;
  private volatile @Nullable NodeListener nodeListener;
  private volatile @Nullable RegistrationListener registrationListener;
  private volatile @Nullable NodeInfo info;
  private volatile boolean active;

  Member(LocalCluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void init(Vertx owner) {
    vertx = (VertxInternal) owner;
  }

  private VertxInternal vertx() {
    return Objects.requireNonNull(vertx, "used before init");
  }

  @Override
  public <K, V> void getAsyncMap(String name, Completable<AsyncMap<K, V>> promise) {
    promise.succeed(new SharedMap<>(cluster, this, vertx(), name));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <K, V> Map<K, V> getSyncMap(String name) {
    return (Map<K, V>) cluster.plainMaps.computeIfAbsent(name, n -> new ConcurrentHashMap<>());
  }

  @Override
  public void getLockWithTimeout(String name, long timeout, Completable<Lock> promise) {
    cluster.locks.acquire(vertx().getOrCreateContext(), name, timeout).onComplete(promise);
  }

  @Override
  public void getCounter(String name, Completable<Counter> promise) {
    AtomicLong counter = cluster.counters.computeIfAbsent(name, n -> new AtomicLong());
    promise.succeed(new AsynchronousCounter(vertx(), counter));
  }

  @Override
  public String getNodeId() {
    return id;
  }

  @Override
  public List<String> getNodes() {
    return cluster.nodes(this);
  }

  @Override
  public void nodeListener(NodeListener listener) {
    nodeListener = listener;
  }

  /** What happened to the nodes it knows of. On the cluster's thread. */
  void changed(Set<String> left, Set<String> came) {
    NodeListener listener = nodeListener;
    if (listener != null && active) {
      left.forEach(listener::nodeLeft);
      came.forEach(listener::nodeAdded);
    }
  }

  @Override
  public void setNodeInfo(NodeInfo nodeInfo, Completable<Void> promise) {
    info = nodeInfo;
    promise.succeed();
  }

  @Override
  public @Nullable NodeInfo getNodeInfo() {
    return info;
  }

  @Override
  public void getNodeInfo(String nodeId, Completable<NodeInfo> promise) {
    Member member = cluster.member(this, nodeId);
    NodeInfo found = member == null ? null : member.info;
    if (found == null) {
      promise.fail("node " + nodeId + " does not belong to the cluster");
    } else {
      promise.succeed(found);
    }
  }

  @Override
  public void join(Completable<Void> promise) {
    active = true;
    cluster.add(this);
    promise.succeed();
  }

  @Override
  public void leave(Completable<Void> promise) {
    active = false;
    cluster.remove(this);
    promise.succeed();
  }

  /** Is dead for the others from now on, and hears of nothing itself. */
  void die() {
    active = false;
    cluster.remove(this);
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public void registrationListener(RegistrationListener listener) {
    registrationListener = listener;
  }

  /** On the cluster's thread, which reads the latest state, so that nothing old is told late. */
  void registrationsChanged(String address) {
    RegistrationListener listener = registrationListener;
    if (listener != null && listener.wantsUpdatesFor(address)) {
      listener.registrationsUpdated(
          new RegistrationUpdateEvent(address, cluster.registrations(this, address)));
    }
  }

  @Override
  public void addRegistration(
      String address, RegistrationInfo registration, Completable<Void> promise) {
    cluster.register(this, address, registration);
    promise.succeed();
  }

  @Override
  public void removeRegistration(
      String address, RegistrationInfo registration, Completable<Void> promise) {
    cluster.unregister(address, registration);
    promise.succeed();
  }

  @Override
  public void getRegistrations(String address, Completable<List<RegistrationInfo>> promise) {
    promise.succeed(cluster.registrations(this, address));
  }
}
