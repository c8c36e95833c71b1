package io.weft.mesh;

import io.weft.filter.limit.Refusals;
import io.weft.link.LinkStats;
import io.weft.topic.Topics;

/**
 * What a node counted since it joined.
 *
 * @param calls calls made here
 * @param failed calls made here that failed in the end
 * @param served calls served here
 * @param servedFailed calls served here that failed
 * @param inFlight calls being served now
 * @param refused calls refused here because the node does enough already, by reason
 * @param links counters of the links, all lanes together
 * @param topics counters of topics
 */
public record MeshStats(
    long calls,
    long failed,
    long served,
    long servedFailed,
    int inFlight,
    Refusals.Snapshot refused,
    LinkStats.Snapshot links,
    Topics.Stats topics) {}
