package golden.calculator;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class CalculatorBatchAddRequest {
  final UserContext user;
  final List<AddRequest> requests;
  final Priority priority;

  CalculatorBatchAddRequest(UserContext user, List<AddRequest> requests, Priority priority) {
    this.user = user;
    this.requests = requests;
    this.priority = priority;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CalculatorBatchAddRequest same
        && Objects.equals(user, same.user)
        && Objects.equals(requests, same.requests)
        && Objects.equals(priority, same.priority);
  }

  @Override
  public int hashCode() {
    return Objects.hash(user, requests, priority);
  }

  @Override
  public String toString() {
    return "CalculatorBatchAddRequest[user=" + user + ", requests=" + requests + ", priority=" + priority + "]";
  }
}
