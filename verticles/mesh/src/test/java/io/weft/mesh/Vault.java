package io.weft.mesh;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;
import io.weft.contract.OneWay;
import io.weft.contract.access.Allow;
import io.weft.contract.access.Public;

/** Asks for a role, in each shape. */
@MeshService
@Allow({"teller", "boss"})
public interface Vault {
  /** Who asks. */
  Future<String> open(String box);

  /** Fails the first time, and then tells who asked each time. */
  @AtLeastOnce
  Future<String> stubborn(String key);

  ReadStream<String> names(int count);

  Future<String> count(ReadStream<String> coins);

  ReadStream<String> exchange(ReadStream<String> coins);

  @OneWay
  void drop(String key);

  @Public
  Future<String> ring();

  @Allow("boss")
  Future<Void> close();
}
