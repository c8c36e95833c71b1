package io.weft.link;

/** What one lane counted since it started. Written by the lane's thread only. */
public final class LinkStats {
  long batchesOut;
  long bytesOut;
  long batchesIn;
  long bytesIn;
  long callsOut;
  long callsIn;
  long malformed;
  long foreign;
  long duplicates;
  long gaps;
  long late;
  long refused;
  long restarts;
  long overruns;
  long evicted;
  long failedFlushes;

  /**
   * A copy of the counters.
   *
   * @param batchesOut batches sent
   * @param bytesOut bytes sent
   * @param batchesIn batches received
   * @param bytesIn bytes received
   * @param callsOut calls sent to other nodes
   * @param callsIn calls received from other nodes
   * @param malformed batches that could not be read
   * @param foreign messages that are no batches of this version
   * @param duplicates batches received twice or after their epoch was fenced
   * @param gaps losses noticed by a missing sequence number
   * @param late answers of calls that nobody waits for any more
   * @param refused calls refused by a bound
   * @param restarts links that their peer made anew
   * @param overruns streams failed because the peer sent more than it was granted
   * @param evicted links of unknown lanes, let go of to make room
   * @param failedFlushes batches that this node failed to send by a fault of its own
   */
  public record Snapshot(
      long batchesOut,
      long bytesOut,
      long batchesIn,
      long bytesIn,
      long callsOut,
      long callsIn,
      long malformed,
      long foreign,
      long duplicates,
      long gaps,
      long late,
      long refused,
      long restarts,
      long overruns,
      long evicted,
      long failedFlushes) {
    /**
     * The sum of two lanes.
     *
     * @param o another lane's counters
     * @return the sum
     */
    public Snapshot plus(Snapshot o) {
      return new Snapshot(
          batchesOut + o.batchesOut,
          bytesOut + o.bytesOut,
          batchesIn + o.batchesIn,
          bytesIn + o.bytesIn,
          callsOut + o.callsOut,
          callsIn + o.callsIn,
          malformed + o.malformed,
          foreign + o.foreign,
          duplicates + o.duplicates,
          gaps + o.gaps,
          late + o.late,
          refused + o.refused,
          restarts + o.restarts,
          overruns + o.overruns,
          evicted + o.evicted,
          failedFlushes + o.failedFlushes);
    }
  }

  /**
   * The counters now; seen from another thread they may be a little old.
   *
   * @return a copy
   */
  public Snapshot snapshot() {
    return new Snapshot(
        batchesOut,
        bytesOut,
        batchesIn,
        bytesIn,
        callsOut,
        callsIn,
        malformed,
        foreign,
        duplicates,
        gaps,
        late,
        refused,
        restarts,
        overruns,
        evicted,
        failedFlushes);
  }
}
