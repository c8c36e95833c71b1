package golden.replies;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class RepliesInboxRequest {
  final Thing one;

  RepliesInboxRequest(Thing one) {
    this.one = one;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RepliesInboxRequest same
        && Objects.equals(one, same.one);
  }

  @Override
  public int hashCode() {
    return Objects.hash(one);
  }

  @Override
  public String toString() {
    return "RepliesInboxRequest[one=" + one + "]";
  }
}
