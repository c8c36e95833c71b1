package io.weft.codegen;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Equality that looks into arrays, as records do not. */
final class DeepEquality {
  private DeepEquality() {}

  static boolean equal(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    if (one instanceof byte[] bytes) {
      return other instanceof byte[] others && Arrays.equals(bytes, others);
    }
    if (one instanceof Optional<?> optional) {
      return other instanceof Optional<?> second
          && equal(optional.orElse(null), second.orElse(null));
    }
    if (one instanceof List<?> list) {
      return other instanceof List<?> second && lists(list, second);
    }
    if (one instanceof Map<?, ?> map) {
      return other instanceof Map<?, ?> second
          && lists(List.copyOf(sorted(map).values()), List.copyOf(sorted(second).values()))
          && map.keySet().equals(second.keySet());
    }
    return one instanceof Record record ? records(record, other) : one.equals(other);
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(key.toString(), value));
    return sorted;
  }

  private static boolean lists(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!equal(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean records(Record one, Object other) {
    if (one.getClass() != other.getClass()) {
      return false;
    }
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      try {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        if (!equal(accessor.invoke(one), accessor.invoke(other))) {
          return false;
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return true;
  }
}
