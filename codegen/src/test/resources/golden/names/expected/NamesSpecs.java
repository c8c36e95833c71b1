package golden.names;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.io.IOException;
import java.io.InputStream;
import javax.annotation.processing.Generated;

/** The contract {@code golden.names.Names}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class NamesSpecs implements Contract<Names> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code contract}. */
  public static final io.weft.call.Spec CONTRACT_ =
      new io.weft.call.Spec(
          new io.weft.call.Spec.Name("golden.names.Names", 1, "contract", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new io.weft.call.Spec.Messages(
              ReaderCodec.INSTANCE,
              ReaderCodec.INSTANCE,
              java.util.List.of()),
          new io.weft.call.Spec.Timing(5000, 1, 0, -1),
          new io.weft.call.Spec.Access(false, false, java.util.List.of()),
          Priority.Level.NORMAL);

  /** Method {@code methods}. */
  public static final io.weft.call.Spec METHODS_ =
      new io.weft.call.Spec(
          new io.weft.call.Spec.Name("golden.names.Names", 1, "methods", 2),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new io.weft.call.Spec.Messages(
              NamesMethodsRequestCodec.INSTANCE,
              SpecCodec.INSTANCE,
              java.util.List.of()),
          new io.weft.call.Spec.Timing(5000, 1, 0, -1),
          new io.weft.call.Spec.Access(false, false, java.util.List.of()),
          Priority.Level.NORMAL);

  /** Method {@code thing}. */
  public static final io.weft.call.Spec THING =
      new io.weft.call.Spec(
          new io.weft.call.Spec.Name("golden.names.Names", 1, "thing", 3),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new io.weft.call.Spec.Messages(
              ThingCodec.INSTANCE,
              WellKnown.INT32,
              java.util.List.of()),
          new io.weft.call.Spec.Timing(5000, 1, 0, -1),
          new io.weft.call.Spec.Access(false, false, java.util.List.of()),
          Priority.Level.NORMAL);

  /** Method {@code count}. */
  public static final io.weft.call.Spec COUNT =
      new io.weft.call.Spec(
          new io.weft.call.Spec.Name("golden.names.Names", 1, "count", 4),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new io.weft.call.Spec.Messages(
              ListCodec.INSTANCE,
              ThingCodec.INSTANCE,
              java.util.List.of()),
          new io.weft.call.Spec.Timing(5000, 1, 0, -1),
          new io.weft.call.Spec.Access(false, false, java.util.List.of()),
          Priority.Level.NORMAL);

  /** Method {@code caller}. */
  public static final io.weft.call.Spec CALLER =
      new io.weft.call.Spec(
          new io.weft.call.Spec.Name("golden.names.Names", 1, "caller", 5),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new io.weft.call.Spec.Messages(
              Names_Future2Codec.INSTANCE,
              Names_CallerCodec.INSTANCE,
              java.util.List.of()),
          new io.weft.call.Spec.Timing(5000, 1, 0, -1),
          new io.weft.call.Spec.Access(false, false, java.util.List.of()),
          Priority.Level.NORMAL);

  private static final java.util.List<io.weft.call.Spec> METHODS =
      java.util.List.of(CONTRACT_, METHODS_, THING, COUNT, CALLER);

  /** The contract; stateless. */
  public static final NamesSpecs CONTRACT = new NamesSpecs();

  private NamesSpecs() {}

  @Override
  public Class<Names> type() {
    return Names.class;
  }

  @Override
  public String service() {
    return "golden.names.Names";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public java.util.List<io.weft.call.Spec> methods() {
    return METHODS;
  }

  @Override
  public java.util.List<String> signature() {
    return java.util.List.of(
        "field golden.names.ItemsEntry.1=int32",
        "field golden.names.List.1=golden.names.Thing",
        "field golden.names.List.2=map<string, golden.names.ItemsEntry>",
        "field golden.names.NamesMethodsRequest.1=int32",
        "field golden.names.NamesMethodsRequest.2=int32",
        "field golden.names.NamesMethodsRequest.3=int32",
        "field golden.names.NamesMethodsRequest.4=int32",
        "field golden.names.NamesMethodsRequest.5=int32",
        "field golden.names.NamesMethodsRequest.6=bool",
        "field golden.names.Names_Caller.1=string",
        "field golden.names.Names_Future2.1=int32",
        "field golden.names.Reader.1=int32",
        "field golden.names.Reader.2=int32",
        "field golden.names.Reader.3=int32",
        "field golden.names.Reader.4=int32",
        "field golden.names.Reader.5=string",
        "field golden.names.Spec.1=int32",
        "field golden.names.Spec.2=int32",
        "field golden.names.Spec.3=int32",
        "field golden.names.Spec.4=int32",
        "field golden.names.Spec.5=int32",
        "field golden.names.Thing.1=int32",
        "method 1=unary golden.names.Reader -> golden.names.Reader",
        "method 2=unary golden.names.NamesMethodsRequest -> golden.names.Spec",
        "method 3=unary golden.names.Thing -> google.protobuf.Int32Value",
        "method 4=unary golden.names.List -> golden.names.Thing",
        "method 5=unary golden.names.Names_Future2 -> golden.names.Names_Caller");
  }

  @Override
  public Names proxy(Caller caller) {
    return new NamesProxy(caller);
  }

  @Override
  public Skeleton skeleton(Names service) {
    return new NamesSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/golden.names.Names.desc";
    try (InputStream in = NamesSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
