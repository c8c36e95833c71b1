package golden.names;

import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
record NamesMethodsRequest(int caller, int value, int in, int out, int tag) {
}
