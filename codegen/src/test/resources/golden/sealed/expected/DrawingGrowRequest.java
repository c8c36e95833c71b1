package golden.sealed;

import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
record DrawingGrowRequest(Shape shape, double factor) {
}
