package golden.replies;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.MeshService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MeshService
interface Replies {
  Future<Void> nothing();

  Future<Double> aDouble();

  Future<Float> aFloat();

  Future<Integer> anInt();

  Future<Long> aLong();

  Future<Boolean> aBoolean();

  Future<String> text();

  Future<byte[]> bytes();

  Future<Buffer> buffer();

  Future<Instant> instant();

  Future<Duration> duration();

  Future<JsonObject> object();

  Future<JsonArray> array();

  Future<Short> aShort();

  Future<Character> aChar();

  Future<Mood> mood();

  Future<UUID> id();

  Future<LocalDate> date();

  Future<BigDecimal> decimal();

  Future<List<String>> list();

  Future<Set<Mood>> set();

  Future<Map<Mood, Thing>> map();

  Future<Optional<Thing>> maybe();

  Future<@Nullable Thing> nullable();

  Future<@Nullable Double> nullableDouble();

  Future<Thing> thing();

  ReadStream<String> texts();

  ReadStream<List<Thing>> batches();

  Future<Long> upload(ReadStream<Buffer> chunks);

  ReadStream<UUID> exchange(ReadStream<List<Integer>> batches);

  Future<Integer> inbox(@Nullable Thing one);
}

record Thing(String name) {}

enum Mood {
  GOOD,
  BAD
}
