package golden.replies;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Mood}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class MoodCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 GOOD\n"
          + "1 BAD";

  private MoodCodec() {}

  /** The number of a constant. */
  public static int number(Mood value) {
    return switch (value) {
      case GOOD -> 0;
      case BAD -> 1;
    };
  }

  /** The constant with a number. */
  public static Mood of(int number) {
    return switch (number) {
      case 0 -> Mood.GOOD;
      case 1 -> Mood.BAD;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.replies.Mood: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Mood named(String name) {
    return switch (name) {
      case "GOOD" -> Mood.GOOD;
      case "BAD" -> Mood.BAD;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.replies.Mood: the peer's contract is newer than this one");
    };
  }
}
