package golden.policies;

import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
record BankTransferRequest(long from, long to, long cents) {
}
