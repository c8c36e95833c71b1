package golden.sealed;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.MeshService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MeshService
interface Drawing {
  Future<Shape> grow(Shape shape, double factor);

  ReadStream<Event> watch(Filter filter);

  Future<Tree> mirror(Tree tree);

  record Filter(@Nullable Shape like, List<Shape> among, Map<String, Shape> named) {}
}

sealed interface Shape {
  record Circle(Point center, double radius) implements Shape {}

  record Polygon(List<Point> points) implements Shape {}

  record Empty() implements Shape {}

  sealed interface Text extends Shape {}

  record Line(String words) implements Text {}

  record Block(List<String> lines) implements Text {}
}

record Point(int x, int y) {}

sealed interface Event permits Drawn, Erased {}

record Drawn(Shape shape) implements Event {}

record Erased(String name) implements Event {}

record Tree(int value, @Nullable Tree left, Optional<Tree> right, List<Tree> more) {}
