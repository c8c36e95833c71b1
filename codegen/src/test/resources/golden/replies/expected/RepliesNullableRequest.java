package golden.replies;

import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class RepliesNullableRequest {
  @Override
  public boolean equals(Object other) {
    return other instanceof RepliesNullableRequest;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "RepliesNullableRequest[]";
  }
}
