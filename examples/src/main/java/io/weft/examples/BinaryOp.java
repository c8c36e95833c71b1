package io.weft.examples;

/** An operation on two numbers; in protobuf a {@code oneof}. */
public sealed interface BinaryOp {
  /**
   * Computes it.
   *
   * @return the result
   */
  double result();

  /**
   * A sum.
   *
   * @param a a number
   * @param b a number
   */
  record Plus(double a, double b) implements BinaryOp {
    @Override
    public double result() {
      return a + b;
    }
  }

  /**
   * A difference.
   *
   * @param a a number
   * @param b what is taken from it
   */
  record Minus(double a, double b) implements BinaryOp {
    @Override
    public double result() {
      return a - b;
    }
  }

  /**
   * A product.
   *
   * @param a a number
   * @param b a number
   */
  record Times(double a, double b) implements BinaryOp {
    @Override
    public double result() {
      return a * b;
    }
  }

  /**
   * A quotient.
   *
   * @param a a number
   * @param b what it is divided by; 0 gives an infinity, or NaN
   */
  record Over(double a, double b) implements BinaryOp {
    @Override
    public double result() {
      return a / b;
    }
  }
}
