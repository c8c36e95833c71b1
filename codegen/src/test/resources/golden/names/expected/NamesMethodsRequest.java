package golden.names;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class NamesMethodsRequest {
  private final int caller;
  private final int value;
  private final int in;
  private final int out;
  private final int tag;

  NamesMethodsRequest(int caller, int value, int in, int out, int tag) {
    this.caller = caller;
    this.value = value;
    this.in = in;
    this.out = out;
    this.tag = tag;
  }

  int caller() {
    return caller;
  }

  int value() {
    return value;
  }

  int in() {
    return in;
  }

  int out() {
    return out;
  }

  int tag() {
    return tag;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamesMethodsRequest same
        && Objects.equals(caller, same.caller)
        && Objects.equals(value, same.value)
        && Objects.equals(in, same.in)
        && Objects.equals(out, same.out)
        && Objects.equals(tag, same.tag);
  }

  @Override
  public int hashCode() {
    return Objects.hash(caller, value, in, out, tag);
  }

  @Override
  public String toString() {
    return "NamesMethodsRequest[caller=" + caller + ", value=" + value + ", in=" + in + ", out=" + out + ", tag=" + tag + "]";
  }
}
