package golden.sealed;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Caller;
import javax.annotation.processing.Generated;

/** Calls {@code golden.sealed.Drawing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class DrawingProxy implements Drawing {
  private final Caller caller;

  DrawingProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Shape> grow(Shape shape, double factor) {
    return caller.unary(DrawingSpecs.GROW, new DrawingGrowRequest(shape, factor));
  }

  @Override
  public ReadStream<Event> watch(Drawing.Filter filter) {
    return caller.serverStream(DrawingSpecs.WATCH, filter);
  }

  @Override
  public Future<Tree> mirror(Tree tree) {
    return caller.unary(DrawingSpecs.MIRROR, tree);
  }
}
