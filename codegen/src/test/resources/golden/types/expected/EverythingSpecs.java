package golden.types;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.processing.Generated;

/** The contract {@code golden.types.Everything}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class EverythingSpecs implements Contract<Everything> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code scalars}. */
  public static final Spec SCALARS =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "scalars", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              ScalarsCodec.INSTANCE,
              ScalarsCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code boxes}. */
  public static final Spec BOXES =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "boxes", 2),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              BoxesCodec.INSTANCE,
              BoxesCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code nullables}. */
  public static final Spec NULLABLES =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "nullables", 3),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              NullablesCodec.INSTANCE,
              NullablesCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code optionals}. */
  public static final Spec OPTIONALS =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "optionals", 4),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              OptionalsCodec.INSTANCE,
              OptionalsCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code lists}. */
  public static final Spec LISTS =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "lists", 5),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              ListsCodec.INSTANCE,
              ListsCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code maps}. */
  public static final Spec MAPS =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "maps", 6),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              MapsCodec.INSTANCE,
              MapsCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code texts}. */
  public static final Spec TEXTS =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "texts", 7),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              TextsCodec.INSTANCE,
              TextsCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code numbered}. */
  public static final Spec NUMBERED =
      new Spec(
          new Spec.Name("golden.types.Everything", 1, "numbered", 8),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              NumberedCodec.INSTANCE,
              NumberedCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(SCALARS, BOXES, NULLABLES, OPTIONALS, LISTS, MAPS, TEXTS, NUMBERED);

  /** The contract; stateless. */
  public static final EverythingSpecs CONTRACT = new EverythingSpecs();

  private EverythingSpecs() {}

  @Override
  public Class<Everything> type() {
    return Everything.class;
  }

  @Override
  public String service() {
    return "golden.types.Everything";
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
        "field golden.types.Boxes.1=int32",
        "field golden.types.Boxes.2=int32",
        "field golden.types.Boxes.3=int32",
        "field golden.types.Boxes.4=uint32",
        "field golden.types.Boxes.5=int64",
        "field golden.types.Boxes.6=bool",
        "field golden.types.Boxes.7=float",
        "field golden.types.Boxes.8=double",
        "field golden.types.Inner.1=int32",
        "field golden.types.Inner.2=string",
        "field golden.types.Lists.10=repeated golden.types.Color",
        "field golden.types.Lists.11=repeated golden.types.Inner",
        "field golden.types.Lists.12=repeated string",
        "field golden.types.Lists.13=repeated google.protobuf.Timestamp",
        "field golden.types.Lists.14=repeated google.protobuf.ListValue",
        "field golden.types.Lists.15=repeated google.protobuf.Struct",
        "field golden.types.Lists.16=repeated float",
        "field golden.types.Lists.17=repeated golden.types.Color",
        "field golden.types.Lists.18=repeated golden.types.Inner",
        "field golden.types.Lists.1=repeated int32",
        "field golden.types.Lists.2=repeated int32",
        "field golden.types.Lists.3=repeated int64",
        "field golden.types.Lists.4=repeated bool",
        "field golden.types.Lists.5=repeated double",
        "field golden.types.Lists.6=repeated uint32",
        "field golden.types.Lists.7=repeated string",
        "field golden.types.Lists.8=repeated bytes",
        "field golden.types.Lists.9=repeated bytes",
        "field golden.types.Maps.1=map<string, int32>",
        "field golden.types.Maps.2=map<int32, string>",
        "field golden.types.Maps.3=map<int64, double>",
        "field golden.types.Maps.4=map<bool, golden.types.Color>",
        "field golden.types.Maps.5=map<string, golden.types.Inner>",
        "field golden.types.Maps.6=map<string, string>",
        "field golden.types.Maps.7=map<string, bytes>",
        "field golden.types.Maps.8=map<string, google.protobuf.Timestamp>",
        "field golden.types.Maps.9=map<string, google.protobuf.Struct>",
        "field golden.types.Nullables.10=bytes",
        "field golden.types.Nullables.11=bytes",
        "field golden.types.Nullables.12=golden.types.Color",
        "field golden.types.Nullables.13=golden.types.Inner",
        "field golden.types.Nullables.14=string",
        "field golden.types.Nullables.15=google.protobuf.Timestamp",
        "field golden.types.Nullables.16=google.protobuf.Duration",
        "field golden.types.Nullables.17=google.protobuf.Struct",
        "field golden.types.Nullables.18=google.protobuf.Struct",
        "field golden.types.Nullables.1=int32",
        "field golden.types.Nullables.2=int32",
        "field golden.types.Nullables.3=int32",
        "field golden.types.Nullables.4=uint32",
        "field golden.types.Nullables.5=int64",
        "field golden.types.Nullables.6=bool",
        "field golden.types.Nullables.7=float",
        "field golden.types.Nullables.8=double",
        "field golden.types.Nullables.9=string",
        "field golden.types.Numbered.16=repeated int32",
        "field golden.types.Numbered.1=int32",
        "field golden.types.Numbered.2=int32",
        "field golden.types.Numbered.536870911=string",
        "field golden.types.Numbered.5=int32",
        "field golden.types.Optionals.10=google.protobuf.Struct",
        "field golden.types.Optionals.1=int32",
        "field golden.types.Optionals.2=double",
        "field golden.types.Optionals.3=string",
        "field golden.types.Optionals.4=bytes",
        "field golden.types.Optionals.5=golden.types.Color",
        "field golden.types.Optionals.6=golden.types.Inner",
        "field golden.types.Optionals.7=string",
        "field golden.types.Optionals.8=google.protobuf.Timestamp",
        "field golden.types.Optionals.9=google.protobuf.Struct",
        "field golden.types.Scalars.10=bytes",
        "field golden.types.Scalars.11=bytes",
        "field golden.types.Scalars.12=golden.types.Color",
        "field golden.types.Scalars.1=int32",
        "field golden.types.Scalars.2=int32",
        "field golden.types.Scalars.3=int32",
        "field golden.types.Scalars.4=uint32",
        "field golden.types.Scalars.5=int64",
        "field golden.types.Scalars.6=bool",
        "field golden.types.Scalars.7=float",
        "field golden.types.Scalars.8=double",
        "field golden.types.Scalars.9=string",
        "field golden.types.Texts.10=golden.types.Inner",
        "field golden.types.Texts.1=string",
        "field golden.types.Texts.2=string",
        "field golden.types.Texts.3=string",
        "field golden.types.Texts.4=string",
        "field golden.types.Texts.5=google.protobuf.Timestamp",
        "field golden.types.Texts.6=google.protobuf.Duration",
        "field golden.types.Texts.7=google.protobuf.Struct",
        "field golden.types.Texts.8=google.protobuf.ListValue",
        "field golden.types.Texts.9=google.protobuf.Struct",
        "method 1=unary golden.types.Scalars -> golden.types.Scalars",
        "method 2=unary golden.types.Boxes -> golden.types.Boxes",
        "method 3=unary golden.types.Nullables -> golden.types.Nullables",
        "method 4=unary golden.types.Optionals -> golden.types.Optionals",
        "method 5=unary golden.types.Lists -> golden.types.Lists",
        "method 6=unary golden.types.Maps -> golden.types.Maps",
        "method 7=unary golden.types.Texts -> golden.types.Texts",
        "method 8=unary golden.types.Numbered -> golden.types.Numbered");
  }

  @Override
  public Everything proxy(Caller caller) {
    return new EverythingProxy(caller);
  }

  @Override
  public Skeleton skeleton(Everything service) {
    return new EverythingSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/golden.types.Everything.desc";
    try (InputStream in = EverythingSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
