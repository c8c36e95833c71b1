package io.weft.mesh;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.Deadline;
import io.weft.contract.Fails;
import io.weft.contract.MeshService;
import io.weft.contract.OneWay;
import java.util.List;

/** A contract that shows from outside what the mesh does to calls. */
@MeshService
public interface Probe {
  /** A message with room. */
  record Note(String text, List<Integer> numbers) {}

  /** A typed error. */
  record Refused(String reason, int code) {}

  Future<Note> echo(Note note);

  @AtLeastOnce
  Future<Integer> count(String key);

  Future<Integer> countOnce(String key);

  /** Completes when {@link ProbeService#release} is called. */
  @Deadline(millis = 20_000)
  Future<String> hang(String key);

  @Deadline(millis = 20_000)
  @AtLeastOnce
  Future<String> hangAgain(String key);

  @Fails(Refused.class)
  Future<Void> refuse(String reason);

  ReadStream<Integer> numbers(int count);

  Future<Long> sum(ReadStream<Integer> numbers);

  ReadStream<Integer> doubled(ReadStream<Integer> numbers);

  @OneWay
  void tell(String key);

  Future<String> place();
}
