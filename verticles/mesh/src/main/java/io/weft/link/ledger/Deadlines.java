package io.weft.link.ledger;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Finds what is past its deadline in a table, without a timer for each entry: the table is looked
 * through only when the earliest deadline may have passed.
 */
public final class Deadlines {
  private long next = CallContext.NO_DEADLINE;

  /**
   * Notes a deadline.
   *
   * @param deadlineNanos a moment of the clock
   */
  public void add(long deadlineNanos) {
    next = Math.min(next, deadlineNanos);
  }

  /**
   * What is past its deadline.
   *
   * @param table gives the entries; asked only when one may be due
   * @param deadlineOf the deadline of an entry
   * @param now a moment of the clock
   * @param <T> the entries
   * @return the entries that are due
   */
  public <T> List<T> due(
      Supplier<? extends Collection<T>> table, ToLongFunction<T> deadlineOf, long now) {
    if (now < next) {
      return List.of();
    }
    List<T> due = new ArrayList<>();
    next = CallContext.NO_DEADLINE;
    for (T entry : table.get()) {
      long deadline = deadlineOf.applyAsLong(entry);
      if (deadline <= now) {
        due.add(entry);
      } else {
        add(deadline);
      }
    }
    return due;
  }

  /**
   * The failure of a call that is late.
   *
   * @param call the call
   * @param where for people
   * @param fate what is known about it
   * @return DEADLINE_EXCEEDED
   */
  public static CallFailure late(Call call, String where, Fate fate) {
    long millis = (call.deadlineNanos() - call.startNanos()) / 1_000_000;
    String message = call.spec() + " passed its deadline of " + millis + " ms " + where;
    return fate == Fate.NOT_PROCESSED
        ? CallFailure.notProcessed(Code.DEADLINE_EXCEEDED, message)
        : CallFailure.unknown(Code.DEADLINE_EXCEEDED, message);
  }
}
