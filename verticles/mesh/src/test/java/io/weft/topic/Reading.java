package io.weft.topic;

import io.weft.contract.MeshEvent;
import java.util.List;

/** An event that no contract uses; its codec is generated. */
@MeshEvent
public record Reading(String sensor, List<Sample> samples) {
  /** What it reaches gets a codec, but is described with it only. */
  public record Sample(long at, double value) {}

  /** Not annotated. */
  public record Unused(long at) {}
}
