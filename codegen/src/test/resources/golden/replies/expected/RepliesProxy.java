package golden.replies;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Caller;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Calls {@code golden.replies.Replies}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class RepliesProxy implements Replies {
  private final Caller caller;

  RepliesProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Void> nothing() {
    return caller.unary(RepliesSpecs.NOTHING, new RepliesNothingRequest());
  }

  @Override
  public Future<Double> aDouble() {
    return caller.unary(RepliesSpecs.A_DOUBLE, new RepliesADoubleRequest());
  }

  @Override
  public Future<Float> aFloat() {
    return caller.unary(RepliesSpecs.A_FLOAT, new RepliesAFloatRequest());
  }

  @Override
  public Future<Integer> anInt() {
    return caller.unary(RepliesSpecs.AN_INT, new RepliesAnIntRequest());
  }

  @Override
  public Future<Long> aLong() {
    return caller.unary(RepliesSpecs.A_LONG, new RepliesALongRequest());
  }

  @Override
  public Future<Boolean> aBoolean() {
    return caller.unary(RepliesSpecs.A_BOOLEAN, new RepliesABooleanRequest());
  }

  @Override
  public Future<String> text() {
    return caller.unary(RepliesSpecs.TEXT, new RepliesTextRequest());
  }

  @Override
  public Future<byte[]> bytes() {
    return caller.unary(RepliesSpecs.BYTES, new RepliesBytesRequest());
  }

  @Override
  public Future<Buffer> buffer() {
    return caller.unary(RepliesSpecs.BUFFER, new RepliesBufferRequest());
  }

  @Override
  public Future<Instant> instant() {
    return caller.unary(RepliesSpecs.INSTANT, new RepliesInstantRequest());
  }

  @Override
  public Future<Duration> duration() {
    return caller.unary(RepliesSpecs.DURATION, new RepliesDurationRequest());
  }

  @Override
  public Future<JsonObject> object() {
    return caller.unary(RepliesSpecs.OBJECT, new RepliesObjectRequest());
  }

  @Override
  public Future<JsonArray> array() {
    return caller.unary(RepliesSpecs.ARRAY, new RepliesArrayRequest());
  }

  @Override
  public Future<Short> aShort() {
    return caller.unary(RepliesSpecs.A_SHORT, new RepliesAShortRequest());
  }

  @Override
  public Future<Character> aChar() {
    return caller.unary(RepliesSpecs.A_CHAR, new RepliesACharRequest());
  }

  @Override
  public Future<Mood> mood() {
    return caller.unary(RepliesSpecs.MOOD, new RepliesMoodRequest());
  }

  @Override
  public Future<UUID> id() {
    return caller.unary(RepliesSpecs.ID, new RepliesIdRequest());
  }

  @Override
  public Future<LocalDate> date() {
    return caller.unary(RepliesSpecs.DATE, new RepliesDateRequest());
  }

  @Override
  public Future<BigDecimal> decimal() {
    return caller.unary(RepliesSpecs.DECIMAL, new RepliesDecimalRequest());
  }

  @Override
  public Future<List<String>> list() {
    return caller.unary(RepliesSpecs.LIST, new RepliesListRequest());
  }

  @Override
  public Future<Set<Mood>> set() {
    return caller.unary(RepliesSpecs.SET, new RepliesSetRequest());
  }

  @Override
  public Future<Map<Mood, Thing>> map() {
    return caller.unary(RepliesSpecs.MAP, new RepliesMapRequest());
  }

  @Override
  public Future<Optional<Thing>> maybe() {
    return caller.unary(RepliesSpecs.MAYBE, new RepliesMaybeRequest());
  }

  @Override
  public Future<Thing> nullable() {
    return caller.unary(RepliesSpecs.NULLABLE, new RepliesNullableRequest());
  }

  @Override
  public Future<Double> nullableDouble() {
    return caller.unary(RepliesSpecs.NULLABLE_DOUBLE, new RepliesNullableDoubleRequest());
  }

  @Override
  public Future<Thing> thing() {
    return caller.unary(RepliesSpecs.THING, new RepliesThingRequest());
  }

  @Override
  public ReadStream<String> texts() {
    return caller.serverStream(RepliesSpecs.TEXTS, new RepliesTextsRequest());
  }

  @Override
  public ReadStream<List<Thing>> batches() {
    return caller.serverStream(RepliesSpecs.BATCHES, new RepliesBatchesRequest());
  }

  @Override
  public Future<Long> upload(ReadStream<Buffer> chunks) {
    return caller.clientStream(RepliesSpecs.UPLOAD, chunks);
  }

  @Override
  public ReadStream<UUID> exchange(ReadStream<List<Integer>> batches) {
    return caller.bidirectional(RepliesSpecs.EXCHANGE, batches);
  }

  @Override
  public Future<Integer> inbox(Thing one) {
    return caller.unary(RepliesSpecs.INBOX, new RepliesInboxRequest(one));
  }
}
