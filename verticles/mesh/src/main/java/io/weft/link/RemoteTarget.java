package io.weft.link;

import io.weft.call.Call;
import io.weft.call.Spec;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;

/** A service on another node; follows the peer to a new link when the old one is closed. */
final class RemoteTarget implements Target {
  private final Lane lane;
  private final LaneAddress peer;
  private final int serviceId;
  private Link link;

  RemoteTarget(Lane lane, LaneAddress peer, int serviceId) {
    this.lane = lane;
    this.peer = peer;
    this.serviceId = serviceId;
    this.link = lane.link(peer);
  }

  @Override
  public void call(Call call, Outcome outcome) {
    if (link.isClosed()) {
      link = lane.link(peer);
    }
    link.call(call, serviceId, outcome);
  }

  @Override
  public boolean suspect() {
    return link.suspect();
  }

  @Override
  public void giveUp(String service, String reason) {
    Link now = link;
    lane.defer(() -> now.giveUp(call -> repeatable(call.spec(), service), reason));
  }

  private static boolean repeatable(Spec spec, String service) {
    return spec.semantics() == Semantics.AT_LEAST_ONCE
        && spec.shape() == Shape.UNARY
        && spec.name().service().equals(service);
  }
}
