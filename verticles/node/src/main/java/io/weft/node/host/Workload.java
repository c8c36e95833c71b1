package io.weft.node.host;

import java.nio.file.Path;
import java.util.List;

/**
 * What a node shall run.
 *
 * @param jars the users' jars
 * @param classes names of services and verticles
 * @param instances how many of each, at least 1
 */
public record Workload(List<Path> jars, List<String> classes, int instances) {
  /** Nothing: a node that only takes part. */
  public static final Workload NONE = new Workload(List.of(), List.of(), 1);
}
