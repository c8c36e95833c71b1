package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code Shape.Polygon}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shape_PolygonCodec implements Codec<Shape.Polygon> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 points repeated golden.sealed.Point";

  /** The codec; stateless. */
  public static final Shape_PolygonCodec INSTANCE = new Shape_PolygonCodec();

  private Shape_PolygonCodec() {}

  @Override
  public void write(Shape.Polygon value, Writer out) {
    List<Point> points = value.points();
    for (Point item : points) {
      out.tag(10);
      int pointsMark = out.begin();
      PointCodec.INSTANCE.write(item, out);
      out.end(pointsMark);
    }
  }

  @Override
  public Shape.Polygon read(Reader in) {
    List<Point> points = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (points == null) {
            points = new ArrayList<>();
          }
          int outer = in.enter();
          points.add(PointCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return new Shape.Polygon(points == null ? List.of() : Collections.unmodifiableList(points));
  }
}
