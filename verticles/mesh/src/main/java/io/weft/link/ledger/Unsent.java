package io.weft.link.ledger;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.eventbus.ReplyException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** What the failure of a write says about the batch and its peer. */
public final class Unsent {
  private Unsent() {}

  /**
   * Whether a failure proves that no byte of the batch left this node.
   *
   * @param cause the failure of the write
   * @return true when it does
   */
  public static boolean surely(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof ReplyException
        || "Not a member of the cluster".equals(cause.getMessage());
  }

  /**
   * Whether nobody listens there: the process is gone, and so are the answers to its calls.
   *
   * @param cause the failure of the write
   * @return true when it is
   */
  public static boolean refused(Throwable cause) {
    return cause instanceof ConnectException && !(cause instanceof ConnectTimeoutException);
  }
}
