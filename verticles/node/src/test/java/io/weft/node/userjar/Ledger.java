package io.weft.node.userjar;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;
import io.weft.contract.OneWay;
import io.weft.contract.access.Allow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contract with every shape. */
@MeshService
public interface Ledger {
  /** An enum. */
  enum Weight {
    LIGHT,
    HEAVY
  }

  /** A record with many kinds of fields. */
  record Entry(
      String title,
      long amount,
      Weight weight,
      @Nullable String note,
      List<String> tags,
      Map<String, Integer> counts,
      Instant at) {}

  @AtLeastOnce
  Future<Double> add(double a, double b);

  Future<Entry> echo(Entry entry);

  Future<List<Integer>> some(int n);

  Future<String> slow(long millis);

  Future<Void> fail(String reason);

  Future<String> whereAmI();

  ReadStream<Integer> count(int n);

  Future<Long> sum(ReadStream<Integer> values);

  ReadStream<Integer> twice(ReadStream<Integer> values);

  @OneWay
  void log(String line);

  Future<String> logged();

  /** Who audits. */
  @Allow("auditor")
  Future<String> audit();

  @Allow("auditor")
  ReadStream<String> audits(ReadStream<Integer> years);
}
