package golden.sealed;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class DrawingGrowRequest {
  final Shape shape;
  final double factor;

  DrawingGrowRequest(Shape shape, double factor) {
    this.shape = shape;
    this.factor = factor;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DrawingGrowRequest same
        && Objects.equals(shape, same.shape)
        && Objects.equals(factor, same.factor);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shape, factor);
  }

  @Override
  public String toString() {
    return "DrawingGrowRequest[shape=" + shape + ", factor=" + factor + "]";
  }
}
