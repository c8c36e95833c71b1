package golden.sealed;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.processing.Generated;

/** The contract {@code golden.sealed.Drawing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class DrawingSpecs implements Contract<Drawing> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code grow}. */
  public static final Spec GROW =
      new Spec(
          new Spec.Name("golden.sealed.Drawing", 1, "grow", 1),
          io.weft.contract.Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              DrawingGrowRequestCodec.INSTANCE,
              ShapeCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code watch}. */
  public static final Spec WATCH =
      new Spec(
          new Spec.Name("golden.sealed.Drawing", 1, "watch", 2),
          io.weft.contract.Shape.SERVER_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              Drawing_FilterCodec.INSTANCE,
              EventCodec.INSTANCE,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code mirror}. */
  public static final Spec MIRROR =
      new Spec(
          new Spec.Name("golden.sealed.Drawing", 1, "mirror", 3),
          io.weft.contract.Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              TreeCodec.INSTANCE,
              TreeCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(GROW, WATCH, MIRROR);

  /** The contract; stateless. */
  public static final DrawingSpecs CONTRACT = new DrawingSpecs();

  private DrawingSpecs() {}

  @Override
  public Class<Drawing> type() {
    return Drawing.class;
  }

  @Override
  public String service() {
    return "golden.sealed.Drawing";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Spec> methods() {
    return METHODS;
  }

  @Override
  public List<String> signature() {
    return List.of(
        "field golden.sealed.DrawingGrowRequest.1=golden.sealed.Shape",
        "field golden.sealed.DrawingGrowRequest.2=double",
        "field golden.sealed.Drawing_Filter.1=golden.sealed.Shape",
        "field golden.sealed.Drawing_Filter.2=repeated golden.sealed.Shape",
        "field golden.sealed.Drawing_Filter.3=map<string, golden.sealed.Shape>",
        "field golden.sealed.Drawn.1=golden.sealed.Shape",
        "field golden.sealed.Erased.1=string",
        "field golden.sealed.Event.1=golden.sealed.Drawn",
        "field golden.sealed.Event.2=golden.sealed.Erased",
        "field golden.sealed.Point.1=int32",
        "field golden.sealed.Point.2=int32",
        "field golden.sealed.Shape.1=golden.sealed.Shape_Circle",
        "field golden.sealed.Shape.2=golden.sealed.Shape_Polygon",
        "field golden.sealed.Shape.3=golden.sealed.Shape_Empty",
        "field golden.sealed.Shape.4=golden.sealed.Shape_Text",
        "field golden.sealed.Shape_Block.1=repeated string",
        "field golden.sealed.Shape_Circle.1=golden.sealed.Point",
        "field golden.sealed.Shape_Circle.2=double",
        "field golden.sealed.Shape_Line.1=string",
        "field golden.sealed.Shape_Polygon.1=repeated golden.sealed.Point",
        "field golden.sealed.Shape_Text.1=golden.sealed.Shape_Line",
        "field golden.sealed.Shape_Text.2=golden.sealed.Shape_Block",
        "field golden.sealed.Tree.1=int32",
        "field golden.sealed.Tree.2=golden.sealed.Tree",
        "field golden.sealed.Tree.3=golden.sealed.Tree",
        "field golden.sealed.Tree.4=repeated golden.sealed.Tree",
        "method 1=unary golden.sealed.DrawingGrowRequest -> golden.sealed.Shape",
        "method 2=server-stream golden.sealed.Drawing_Filter -> golden.sealed.Event",
        "method 3=unary golden.sealed.Tree -> golden.sealed.Tree");
  }

  @Override
  public Drawing proxy(Caller caller) {
    return new DrawingProxy(caller);
  }

  @Override
  public Skeleton skeleton(Drawing service) {
    return new DrawingSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/golden.sealed.Drawing.desc";
    try (InputStream in = DrawingSpecs.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "no " + path + " on the class path: the build must keep generated resources");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
