package golden.evolved;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class StoreGetRequest {
  final String section;
  final String id;

  StoreGetRequest(String section, String id) {
    this.section = section;
    this.id = id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoreGetRequest same
        && Objects.equals(section, same.section)
        && Objects.equals(id, same.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(section, id);
  }

  @Override
  public String toString() {
    return "StoreGetRequest[section=" + section + ", id=" + id + "]";
  }
}
