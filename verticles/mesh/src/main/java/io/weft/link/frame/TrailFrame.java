package io.weft.link.frame;

import io.weft.call.Trail;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.List;

/** The TRAIL frame: what the callee wrote about a call that explains itself. */
public final class TrailFrame {
  private TrailFrame() {}

  /**
   * Appends the frame.
   *
   * @param number the call
   * @param trail its lines; long ones are cut
   * @param out the batch
   */
  public static void write(int number, Trail trail, Writer out) {
    List<String> lines = trail.lines();
    out.raw(Frame.TRAIL);
    out.varint32(number);
    out.varint32(lines.size());
    lines.forEach(line -> out.string(Payload.brief(line)));
  }

  /**
   * Reads the lines.
   *
   * @param in stands behind the number of the call
   * @return the lines
   * @throws WireException when there are more than {@link Frame#MAX_LINES}
   */
  public static List<String> lines(Reader in) {
    int count = in.varint32();
    if (count < 0 || count > Frame.MAX_LINES) {
      throw new WireException(count + " lines (expected: at most " + Frame.MAX_LINES + ")");
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(in.string());
    }
    return lines;
  }
}
