package io.weft.link;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import org.jspecify.annotations.Nullable;

/** One instance of a service as one lane reaches it: over a link, or on this node. */
public interface Target {
  /** Told how an attempt ended; on the lane's thread, exactly once for each attempt. */
  interface Outcome {
    /**
     * The attempt is over.
     *
     * @param call the call
     * @param reply the reply, null for none and for failures
     * @param failure null for success
     */
    void done(Call call, @Nullable Object reply, @Nullable CallFailure failure);
  }

  /**
   * Starts an attempt. On the lane's thread.
   *
   * @param call the call
   * @param outcome told at the end, possibly before this method returns
   */
  void call(Call call, Outcome outcome);

  /**
   * Whether the far end has been silent for longer than it should: prefer others.
   *
   * @return true while calls wait and nothing is heard
   */
  boolean suspect();

  /**
   * Gives up those attempts that may be repeated elsewhere whether they ran or not: they fail with
   * fate UNKNOWN, in a later turn of the lane's thread. For an instance that does not answer.
   *
   * @param service whose calls
   * @param reason what its node did, for people
   */
  default void giveUp(String service, String reason) {}
}
