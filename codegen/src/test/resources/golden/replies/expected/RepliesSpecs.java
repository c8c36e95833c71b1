package golden.replies;

import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.processing.Generated;

/** The contract {@code golden.replies.Replies}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesSpecs implements Contract<Replies> {
  /** Does not compile against a runtime that is too old. */
  private static final int RUNTIME = Contract.RUNTIME_1;

  /** Method {@code nothing}. */
  public static final Spec NOTHING =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "nothing", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesNothingRequestCodec.INSTANCE,
              WellKnown.EMPTY,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code aDouble}. */
  public static final Spec A_DOUBLE =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "aDouble", 2),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesADoubleRequestCodec.INSTANCE,
              WellKnown.DOUBLE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code aFloat}. */
  public static final Spec A_FLOAT =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "aFloat", 3),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesAFloatRequestCodec.INSTANCE,
              WellKnown.FLOAT,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code anInt}. */
  public static final Spec AN_INT =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "anInt", 4),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesAnIntRequestCodec.INSTANCE,
              WellKnown.INT32,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code aLong}. */
  public static final Spec A_LONG =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "aLong", 5),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesALongRequestCodec.INSTANCE,
              WellKnown.INT64,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code aBoolean}. */
  public static final Spec A_BOOLEAN =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "aBoolean", 6),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesABooleanRequestCodec.INSTANCE,
              WellKnown.BOOL,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code text}. */
  public static final Spec TEXT =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "text", 7),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesTextRequestCodec.INSTANCE,
              WellKnown.STRING,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code bytes}. */
  public static final Spec BYTES =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "bytes", 8),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesBytesRequestCodec.INSTANCE,
              WellKnown.BYTES,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code buffer}. */
  public static final Spec BUFFER =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "buffer", 9),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesBufferRequestCodec.INSTANCE,
              WellKnown.BUFFER,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code instant}. */
  public static final Spec INSTANT =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "instant", 10),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesInstantRequestCodec.INSTANCE,
              WellKnown.TIMESTAMP,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code duration}. */
  public static final Spec DURATION =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "duration", 11),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesDurationRequestCodec.INSTANCE,
              WellKnown.DURATION,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code object}. */
  public static final Spec OBJECT =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "object", 12),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesObjectRequestCodec.INSTANCE,
              WellKnown.STRUCT,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code array}. */
  public static final Spec ARRAY =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "array", 13),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesArrayRequestCodec.INSTANCE,
              WellKnown.LIST_VALUE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code aShort}. */
  public static final Spec A_SHORT =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "aShort", 14),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesAShortRequestCodec.INSTANCE,
              RepliesAShortReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code aChar}. */
  public static final Spec A_CHAR =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "aChar", 15),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesACharRequestCodec.INSTANCE,
              RepliesACharReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code mood}. */
  public static final Spec MOOD =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "mood", 16),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesMoodRequestCodec.INSTANCE,
              RepliesMoodReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code id}. */
  public static final Spec ID =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "id", 17),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesIdRequestCodec.INSTANCE,
              RepliesIdReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code date}. */
  public static final Spec DATE =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "date", 18),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesDateRequestCodec.INSTANCE,
              RepliesDateReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code decimal}. */
  public static final Spec DECIMAL =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "decimal", 19),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesDecimalRequestCodec.INSTANCE,
              RepliesDecimalReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code list}. */
  public static final Spec LIST =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "list", 20),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesListRequestCodec.INSTANCE,
              RepliesListReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code set}. */
  public static final Spec SET =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "set", 21),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesSetRequestCodec.INSTANCE,
              RepliesSetReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code map}. */
  public static final Spec MAP =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "map", 22),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesMapRequestCodec.INSTANCE,
              RepliesMapReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code maybe}. */
  public static final Spec MAYBE =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "maybe", 23),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesMaybeRequestCodec.INSTANCE,
              RepliesMaybeReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code nullable}. */
  public static final Spec NULLABLE =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "nullable", 24),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesNullableRequestCodec.INSTANCE,
              RepliesNullableReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code nullableDouble}. */
  public static final Spec NULLABLE_DOUBLE =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "nullableDouble", 25),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesNullableDoubleRequestCodec.INSTANCE,
              RepliesNullableDoubleReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code thing}. */
  public static final Spec THING =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "thing", 26),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesThingRequestCodec.INSTANCE,
              ThingCodec.INSTANCE,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code texts}. */
  public static final Spec TEXTS =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "texts", 27),
          Shape.SERVER_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesTextsRequestCodec.INSTANCE,
              WellKnown.STRING,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code batches}. */
  public static final Spec BATCHES =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "batches", 28),
          Shape.SERVER_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesBatchesRequestCodec.INSTANCE,
              RepliesBatchesReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code upload}. */
  public static final Spec UPLOAD =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "upload", 29),
          Shape.CLIENT_STREAM,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              WellKnown.BUFFER,
              WellKnown.INT64,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code exchange}. */
  public static final Spec EXCHANGE =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "exchange", 30),
          Shape.BIDIRECTIONAL,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesExchangeItemCodec.INSTANCE,
              RepliesExchangeReplyCodec.INSTANCE,
              List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  /** Method {@code inbox}. */
  public static final Spec INBOX =
      new Spec(
          new Spec.Name("golden.replies.Replies", 1, "inbox", 31),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(
              RepliesInboxRequestCodec.INSTANCE,
              WellKnown.INT32,
              List.of()),
          new Spec.Timing(5000, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);

  private static final List<Spec> METHODS =
      List.of(
          NOTHING,
          A_DOUBLE,
          A_FLOAT,
          AN_INT,
          A_LONG,
          A_BOOLEAN,
          TEXT,
          BYTES,
          BUFFER,
          INSTANT,
          DURATION,
          OBJECT,
          ARRAY,
          A_SHORT,
          A_CHAR,
          MOOD,
          ID,
          DATE,
          DECIMAL,
          LIST,
          SET,
          MAP,
          MAYBE,
          NULLABLE,
          NULLABLE_DOUBLE,
          THING,
          TEXTS,
          BATCHES,
          UPLOAD,
          EXCHANGE,
          INBOX);

  /** The contract; stateless. */
  public static final RepliesSpecs CONTRACT = new RepliesSpecs();

  private RepliesSpecs() {}

  @Override
  public Class<Replies> type() {
    return Replies.class;
  }

  @Override
  public String service() {
    return "golden.replies.Replies";
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
        "field golden.replies.RepliesACharReply.1=uint32",
        "field golden.replies.RepliesAShortReply.1=int32",
        "field golden.replies.RepliesBatchesReply.1=repeated golden.replies.Thing",
        "field golden.replies.RepliesDateReply.1=string",
        "field golden.replies.RepliesDecimalReply.1=string",
        "field golden.replies.RepliesExchangeItem.1=repeated int32",
        "field golden.replies.RepliesExchangeReply.1=string",
        "field golden.replies.RepliesIdReply.1=string",
        "field golden.replies.RepliesInboxRequest.1=golden.replies.Thing",
        "field golden.replies.RepliesListReply.1=repeated string",
        "field golden.replies.RepliesMapReply.1=map<string, golden.replies.Thing>",
        "field golden.replies.RepliesMaybeReply.1=golden.replies.Thing",
        "field golden.replies.RepliesMoodReply.1=golden.replies.Mood",
        "field golden.replies.RepliesNullableDoubleReply.1=double",
        "field golden.replies.RepliesNullableReply.1=golden.replies.Thing",
        "field golden.replies.RepliesSetReply.1=repeated golden.replies.Mood",
        "field golden.replies.Thing.1=string",
        "method 10=unary golden.replies.RepliesInstantRequest -> google.protobuf.Timestamp",
        "method 11=unary golden.replies.RepliesDurationRequest -> google.protobuf.Duration",
        "method 12=unary golden.replies.RepliesObjectRequest -> google.protobuf.Struct",
        "method 13=unary golden.replies.RepliesArrayRequest -> google.protobuf.ListValue",
        "method 14=unary golden.replies.RepliesAShortRequest -> golden.replies.RepliesAShortReply",
        "method 15=unary golden.replies.RepliesACharRequest -> golden.replies.RepliesACharReply",
        "method 16=unary golden.replies.RepliesMoodRequest -> golden.replies.RepliesMoodReply",
        "method 17=unary golden.replies.RepliesIdRequest -> golden.replies.RepliesIdReply",
        "method 18=unary golden.replies.RepliesDateRequest -> golden.replies.RepliesDateReply",
        "method 19=unary golden.replies.RepliesDecimalRequest -> golden.replies.RepliesDecimalReply",
        "method 1=unary golden.replies.RepliesNothingRequest -> google.protobuf.Empty",
        "method 20=unary golden.replies.RepliesListRequest -> golden.replies.RepliesListReply",
        "method 21=unary golden.replies.RepliesSetRequest -> golden.replies.RepliesSetReply",
        "method 22=unary golden.replies.RepliesMapRequest -> golden.replies.RepliesMapReply",
        "method 23=unary golden.replies.RepliesMaybeRequest -> golden.replies.RepliesMaybeReply",
        "method 24=unary golden.replies.RepliesNullableRequest -> golden.replies.RepliesNullableReply",
        "method 25=unary golden.replies.RepliesNullableDoubleRequest -> golden.replies.RepliesNullableDoubleReply",
        "method 26=unary golden.replies.RepliesThingRequest -> golden.replies.Thing",
        "method 27=server-stream golden.replies.RepliesTextsRequest -> google.protobuf.StringValue",
        "method 28=server-stream golden.replies.RepliesBatchesRequest -> golden.replies.RepliesBatchesReply",
        "method 29=client-stream google.protobuf.BytesValue -> google.protobuf.Int64Value",
        "method 2=unary golden.replies.RepliesADoubleRequest -> google.protobuf.DoubleValue",
        "method 30=bidirectional golden.replies.RepliesExchangeItem -> golden.replies.RepliesExchangeReply",
        "method 31=unary golden.replies.RepliesInboxRequest -> google.protobuf.Int32Value",
        "method 3=unary golden.replies.RepliesAFloatRequest -> google.protobuf.FloatValue",
        "method 4=unary golden.replies.RepliesAnIntRequest -> google.protobuf.Int32Value",
        "method 5=unary golden.replies.RepliesALongRequest -> google.protobuf.Int64Value",
        "method 6=unary golden.replies.RepliesABooleanRequest -> google.protobuf.BoolValue",
        "method 7=unary golden.replies.RepliesTextRequest -> google.protobuf.StringValue",
        "method 8=unary golden.replies.RepliesBytesRequest -> google.protobuf.BytesValue",
        "method 9=unary golden.replies.RepliesBufferRequest -> google.protobuf.BytesValue");
  }

  @Override
  public Replies proxy(Caller caller) {
    return new RepliesProxy(caller);
  }

  @Override
  public Skeleton skeleton(Replies service) {
    return new RepliesSkeleton(service);
  }

  @Override
  public byte[] descriptors() {
    String path = "META-INF/weft/golden.replies.Replies.desc";
    try (InputStream in = RepliesSpecs.class.getClassLoader().getResourceAsStream(path)) {
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
