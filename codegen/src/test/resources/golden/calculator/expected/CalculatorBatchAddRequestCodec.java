package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code CalculatorBatchAddRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class CalculatorBatchAddRequestCodec implements Codec<CalculatorBatchAddRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 user golden.calculator.UserContext\n"
          + "2 requests repeated golden.calculator.AddRequest\n"
          + "3 priority golden.calculator.Priority";

  /** The codec; stateless. */
  public static final CalculatorBatchAddRequestCodec INSTANCE = new CalculatorBatchAddRequestCodec();

  private CalculatorBatchAddRequestCodec() {}

  @Override
  public void write(CalculatorBatchAddRequest value, Writer out) {
    UserContext user = value.user;
    out.tag(10);
    int userMark = out.begin();
    UserContextCodec.INSTANCE.write(user, out);
    out.end(userMark);
    List<AddRequest> requests = value.requests;
    for (AddRequest item : requests) {
      out.tag(18);
      int requestsMark = out.begin();
      AddRequestCodec.INSTANCE.write(item, out);
      out.end(requestsMark);
    }
    Priority priority = value.priority;
    if (PriorityCodec.number(priority) != 0) {
      out.tag(24);
      out.varint(PriorityCodec.number(priority));
    }
  }

  @Override
  public CalculatorBatchAddRequest read(Reader in) {
    UserContext user = null;
    List<AddRequest> requests = null;
    Priority priority = PriorityCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          user = UserContextCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          if (requests == null) {
            requests = new ArrayList<>();
          }
          int outer = in.enter();
          requests.add(AddRequestCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        case 24 -> priority = PriorityCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    if (user == null) {
      throw new WireException("missing field user of CalculatorBatchAddRequest");
    }
    return new CalculatorBatchAddRequest(
        user,
        requests == null ? List.of() : Collections.unmodifiableList(requests),
        priority);
  }
}
