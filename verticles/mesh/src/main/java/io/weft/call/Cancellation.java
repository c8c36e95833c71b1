package io.weft.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A one-way switch with listeners. Safe for all threads; listeners run on the cancelling one. */
final class Cancellation {
  private final Set<Runnable> actions = new LinkedHashSet<>(4);
  private boolean cancelled;

  synchronized boolean cancelled() {
    return cancelled;
  }

  void add(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return;
      }
    }
    Completion.run(action);
  }

  synchronized void remove(Runnable action) {
    actions.remove(action);
  }

  void cancel() {
    List<Runnable> due;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = new ArrayList<>(actions);
      actions.clear();
    }
    due.forEach(Completion::run);
  }

  synchronized boolean isEmpty() {
    return actions.isEmpty();
  }
}
