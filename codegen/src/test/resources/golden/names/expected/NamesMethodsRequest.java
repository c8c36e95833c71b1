package golden.names;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class NamesMethodsRequest {
  final int caller;
  final int value;
  final int in;
  final int out;
  final int tag;
  final boolean notify;

  NamesMethodsRequest(int caller, int value, int in, int out, int tag, boolean notify) {
    this.caller = caller;
    this.value = value;
    this.in = in;
    this.out = out;
    this.tag = tag;
    this.notify = notify;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamesMethodsRequest same
        && Objects.equals(caller, same.caller)
        && Objects.equals(value, same.value)
        && Objects.equals(in, same.in)
        && Objects.equals(out, same.out)
        && Objects.equals(tag, same.tag)
        && Objects.equals(notify, same.notify);
  }

  @Override
  public int hashCode() {
    return Objects.hash(caller, value, in, out, tag, notify);
  }

  @Override
  public String toString() {
    return "NamesMethodsRequest[caller=" + caller + ", value=" + value + ", in=" + in + ", out=" + out + ", tag=" + tag + ", notify=" + notify + "]";
  }
}
