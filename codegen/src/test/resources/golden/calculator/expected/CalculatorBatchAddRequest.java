package golden.calculator;

import java.util.List;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
record CalculatorBatchAddRequest(UserContext user, List<AddRequest> requests, Priority priority) {
}
