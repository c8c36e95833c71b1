package io.weft.junit5;

import io.vertx.core.Future;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.shareddata.AsyncMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map of a {@link LocalCluster} as one member sees it. Values are shared, not copied. */
@SuppressWarnings("unchecked")
final class SharedMap<K, V> implements AsyncMap<K, V> {
  private final LocalCluster cluster;
  private final Member member;
  private final VertxInternal vertx;
  private final String name;

  SharedMap(LocalCluster cluster, Member member, VertxInternal vertx, String name) {
    this.cluster = cluster;
    this.member = member;
    this.vertx = vertx;
    this.name = name;
  }

  private <T extends @Nullable Object> Future<T> on(Function<Map<K, V>, T> work) {
    T result = cluster.onMap(member, name, map -> work.apply((Map<K, V>) (Map<?, ?>) map));
    return vertx.getOrCreateContext().succeededFuture(result);
  }

  private void expire(K k, V v, long ttl) {
    vertx.setTimer(ttl, timer -> removeIfPresent(k, v));
  }

  @Override
  public Future<@Nullable V> get(K k) {
    return on(map -> map.get(k));
  }

  @Override
  public Future<Void> put(K k, V v) {
    return on(map -> map.put(k, v)).mapEmpty();
  }

  @Override
  public Future<Void> put(K k, V v, long ttl) {
    expire(k, v, ttl);
    return put(k, v);
  }

  @Override
  public Future<@Nullable V> putIfAbsent(K k, V v) {
    return on(map -> map.putIfAbsent(k, v));
  }

  @Override
  public Future<@Nullable V> putIfAbsent(K k, V v, long ttl) {
    return putIfAbsent(k, v)
        .onSuccess(
            old -> {
              if (old == null) {
                expire(k, v, ttl);
              }
            });
  }

  @Override
  public Future<@Nullable V> remove(K k) {
    return on(map -> map.remove(k));
  }

  @Override
  public Future<Boolean> removeIfPresent(K k, V v) {
    return on(map -> map.remove(k, v));
  }

  @Override
  public Future<@Nullable V> replace(K k, V v) {
    return on(map -> map.replace(k, v));
  }

  @Override
  public Future<Boolean> replaceIfPresent(K k, V oldValue, V newValue) {
    return on(map -> map.replace(k, oldValue, newValue));
  }

  @Override
  public Future<Void> clear() {
    return this.<@Nullable Void>on(
        map -> {
          map.clear();
          return null;
        });
  }

  @Override
  public Future<Integer> size() {
    return on(Map::size);
  }

  @Override
  public Future<Set<K>> keys() {
    return on(map -> new HashSet<>(map.keySet()));
  }

  @Override
  public Future<List<V>> values() {
    return on(map -> new ArrayList<>(map.values()));
  }

  @Override
  public Future<Map<K, V>> entries() {
    return on(HashMap::new);
  }
}
