package io.weft.codegen;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random values of contract types, with a liking for edges. */
final class RandomValues {
  private static final int DEEP = 4;

  private final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  Object of(Type type) {
    return value(type, 0);
  }

  private Object value(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, depth);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return pick(List.of(raw.getEnumConstants()));
    }
    if (raw.isRecord()) {
      return record(raw, depth);
    }
    if (raw.isSealed()) {
      Class<?>[] permitted = raw.getPermittedSubclasses();
      return value(permitted[random.nextInt(permitted.length)], depth + 1);
    }
    return simple(raw);
  }

  private Object container(ParameterizedType type, int depth) {
    Type first = type.getActualTypeArguments()[0];
    int size = depth >= DEEP ? 0 : random.nextInt(4);
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return size == 0 ? Optional.empty() : Optional.of(value(first, depth + 1));
    }
    if (raw == Map.class) {
      Map<Object, Object> map = new HashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(value(first, depth + 1), value(type.getActualTypeArguments()[1], depth + 1));
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(value(first, depth + 1));
    }
    return raw == Set.class ? new LinkedHashSet<>(list) : list;
  }

  private Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      boolean absent =
          nullable(components[i].getAnnotatedType()) && (depth >= DEEP || random.nextInt(3) == 0);
      arguments[i] = absent ? null : value(components[i].getGenericType(), depth + 1);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean nullable(AnnotatedType type) {
    return ((AnnotatedElement) type).isAnnotationPresent(Nullable.class);
  }

  private Object simple(Class<?> type) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer" ->
          pick(List.of(0, 1, -1, 127, 128, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt()));
      case "short", "java.lang.Short" -> (short) random.nextInt();
      case "byte", "java.lang.Byte" -> (byte) random.nextInt();
      case "char", "java.lang.Character" -> (char) random.nextInt();
      case "long", "java.lang.Long" ->
          pick(List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, random.nextLong()));
      case "boolean", "java.lang.Boolean" -> random.nextBoolean();
      case "float", "java.lang.Float" ->
          pick(List.of(0f, -0f, Float.NaN, Float.MIN_VALUE, random.nextFloat()));
      case "double", "java.lang.Double" ->
          pick(List.of(0d, -0d, Double.NaN, Double.NEGATIVE_INFINITY, random.nextDouble()));
      case "java.lang.String" -> text();
      case "[B" -> bytes();
      case "io.vertx.core.buffer.Buffer" -> Buffer.buffer(bytes());
      case "java.util.UUID" -> new UUID(random.nextLong(), random.nextLong());
      case "java.time.Instant" ->
          Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      case "java.time.Duration" ->
          Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
      case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(1_000_000));
      case "java.math.BigDecimal" ->
          new BigDecimal(new BigInteger(100, random), random.nextInt(30) - 10);
      case "java.math.BigInteger" -> new BigInteger(200, random).negate();
      case "io.vertx.core.json.JsonObject" -> json(2);
      case "io.vertx.core.json.JsonArray" -> array(2);
      default -> object(type);
    };
  }

  /** A data object, or the parameters of a method. */
  private Object object(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      List<Object> arguments = new ArrayList<>();
      for (Type parameter : constructor.getGenericParameterTypes()) {
        arguments.add(value(parameter, 1));
      }
      return constructor.newInstance(arguments.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no random " + type, e);
    }
  }

  private JsonObject json(int depth) {
    JsonObject object = new JsonObject();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.put(text(), jsonValue(depth));
    }
    return object;
  }

  private JsonArray array(int depth) {
    JsonArray array = new JsonArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(jsonValue(depth));
    }
    return array;
  }

  private @Nullable Object jsonValue(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextInt() * 1_000_000L;
      case 4 -> random.nextInt() + 0.5;
      case 5 -> text();
      case 6 -> json(depth - 1);
      default -> array(depth - 1);
    };
  }

  private String text() {
    return pick(
        List.of("", "a", "x".repeat(200), "żółć", "\ud83d\ude00\ufffd", "" + random.nextInt()));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(4) * random.nextInt(100)];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
