package io.weft.link.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls by their number. Numbers come one after the other, so the low bits of a number are its
 * place in an array: no probing, and removing shifts nothing. What finds its place taken, by a call
 * that lasts long or by a peer that numbers as it likes, goes to a map beside.
 *
 * @param <T> the entries
 */
public final class CallTable<T> {
  private static final int FIRST = 256;
  private static final int LARGEST = 1 << 17;

  private int[] numbers = new int[FIRST];
  private @Nullable Object[] entries = new Object[FIRST];
  private final Map<Integer, T> beside = new HashMap<>();
  private int size;

  /**
   * How many there are.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * Whether there are none.
   *
   * @return true when empty
   */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * Finds an entry.
   *
   * @param number its number
   * @return the entry, or null
   */
  @SuppressWarnings("unchecked")
  public @Nullable T get(int number) {
    int place = number & (entries.length - 1);
    Object entry = entries[place];
    if (entry != null && numbers[place] == number) {
      return (T) entry;
    }
    return beside.isEmpty() ? null : beside.get(number);
  }

  /**
   * Adds an entry under a number that has none.
   *
   * @param number its number
   * @param entry the entry
   * @return false when the number has one already
   */
  public boolean add(int number, T entry) {
    if (get(number) != null) {
      return false;
    }
    if (size * 2 > entries.length && entries.length < LARGEST) {
      grow();
    }
    size++;
    place(number, entry);
    return true;
  }

  private void place(int number, T entry) {
    int place = number & (entries.length - 1);
    if (entries[place] == null) {
      entries[place] = entry;
      numbers[place] = number;
    } else {
      beside.put(number, entry);
    }
  }

  @SuppressWarnings("unchecked")
  private void grow() {
    int[] oldNumbers = numbers;
    @Nullable Object[] oldEntries = entries;
    Map<Integer, T> oldBeside = Map.copyOf(beside);
    numbers = new int[oldEntries.length * 2];
    entries = new Object[oldEntries.length * 2];
    beside.clear();
    for (int i = 0; i < oldEntries.length; i++) {
      Object entry = oldEntries[i];
      if (entry != null) {
        place(oldNumbers[i], (T) entry);
      }
    }
    oldBeside.forEach(this::place);
  }

  /**
   * Removes an entry.
   *
   * @param number its number
   * @return the entry, or null
   */
  @SuppressWarnings("unchecked")
  public @Nullable T remove(int number) {
    int place = number & (entries.length - 1);
    Object entry = entries[place];
    if (entry != null && numbers[place] == number) {
      entries[place] = null;
      size--;
      return (T) entry;
    }
    T other = beside.isEmpty() ? null : beside.remove(number);
    if (other != null) {
      size--;
    }
    return other;
  }

  /**
   * A copy of all entries.
   *
   * @return in no order
   */
  @SuppressWarnings("unchecked")
  public List<T> values() {
    List<T> all = new ArrayList<>(size);
    for (Object entry : entries) {
      if (entry != null) {
        all.add((T) entry);
      }
    }
    all.addAll(beside.values());
    return all;
  }
}
