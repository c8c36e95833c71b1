package golden.types;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.contract.MeshService;
import io.weft.contract.Tag;
import java.math.BigDecimal;
import java.math.BigInteger;
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
interface Everything {
  Future<Scalars> scalars(Scalars value);

  Future<Boxes> boxes(Boxes value);

  Future<Nullables> nullables(Nullables value);

  Future<Optionals> optionals(Optionals value);

  Future<Lists> lists(Lists value);

  Future<Maps> maps(Maps value);

  Future<Texts> texts(Texts value);

  Future<Numbered> numbered(Numbered value);
}

record Scalars(
    int anInt,
    short aShort,
    byte aByte,
    char aChar,
    long aLong,
    boolean aBoolean,
    float aFloat,
    double aDouble,
    String text,
    byte[] bytes,
    Buffer buffer,
    Color color) {}

record Boxes(
    Integer anInt,
    Short aShort,
    Byte aByte,
    Character aChar,
    Long aLong,
    Boolean aBoolean,
    Float aFloat,
    Double aDouble) {}

record Nullables(
    @Nullable Integer anInt,
    @Nullable Short aShort,
    @Nullable Byte aByte,
    @Nullable Character aChar,
    @Nullable Long aLong,
    @Nullable Boolean aBoolean,
    @Nullable Float aFloat,
    @Nullable Double aDouble,
    @Nullable String text,
    byte @Nullable [] bytes,
    @Nullable Buffer buffer,
    @Nullable Color color,
    @Nullable Inner inner,
    @Nullable UUID id,
    @Nullable Instant at,
    @Nullable Duration span,
    @Nullable JsonObject json,
    @Nullable Legacy legacy) {}

record Optionals(
    Optional<Integer> anInt,
    Optional<Double> aDouble,
    Optional<String> text,
    Optional<byte[]> bytes,
    Optional<Color> color,
    Optional<Inner> inner,
    Optional<LocalDate> date,
    Optional<Instant> at,
    Optional<JsonObject> json,
    Optional<Legacy> legacy) {}

record Lists(
    List<Integer> ints,
    List<Short> shorts,
    List<Long> longs,
    List<Boolean> booleans,
    List<Double> doubles,
    List<Character> chars,
    List<String> texts,
    List<byte[]> bytes,
    List<Buffer> buffers,
    List<Color> colors,
    List<Inner> inners,
    List<UUID> ids,
    List<Instant> times,
    List<JsonArray> arrays,
    List<Legacy> legacies,
    Set<Float> floats,
    Set<Color> palette,
    Set<Inner> innerSet) {}

record Maps(
    Map<String, Integer> byText,
    Map<Integer, String> byInt,
    Map<Long, Double> byLong,
    Map<Boolean, Color> byBoolean,
    Map<Color, Inner> byColor,
    Map<String, UUID> ids,
    Map<String, byte[]> bytes,
    Map<String, Instant> times,
    Map<String, Legacy> legacies) {}

record Texts(
    UUID id,
    LocalDate date,
    BigDecimal decimal,
    BigInteger integer,
    Instant at,
    Duration span,
    JsonObject json,
    JsonArray array,
    Legacy legacy,
    Inner inner) {}

record Numbered(@Tag(5) int five, int one, @Tag(536870911) String last, int two, @Tag(16) List<Integer> many) {}

record Inner(int number, String text) {}

enum Color {
  RED,
  GREEN,
  BLUE
}

@DataObject
class Legacy {
  private final JsonObject json;

  public Legacy(JsonObject json) {
    this.json = json;
  }

  public JsonObject toJson() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Legacy legacy && legacy.json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }
}
