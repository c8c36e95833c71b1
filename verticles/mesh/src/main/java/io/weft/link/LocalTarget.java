package io.weft.link;

import io.weft.call.Call;

/** A service on this node, reached without a wire. */
final class LocalTarget implements Target {
  private final LocalCalls calls;
  private final Served served;

  LocalTarget(LocalCalls calls, Served served) {
    this.calls = calls;
    this.served = served;
  }

  @Override
  public void call(Call call, Outcome outcome) {
    calls.call(call, served, outcome);
  }

  @Override
  public boolean suspect() {
    return false;
  }
}
