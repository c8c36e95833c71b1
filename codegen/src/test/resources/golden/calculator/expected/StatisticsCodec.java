package golden.calculator;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Statistics}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class StatisticsCodec implements Codec<Statistics> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 count int64\n"
          + "2 mean double\n"
          + "3 min double\n"
          + "4 max double";

  /** The codec; stateless. */
  public static final StatisticsCodec INSTANCE = new StatisticsCodec();

  private StatisticsCodec() {}

  @Override
  public void write(Statistics value, Writer out) {
    long count = value.count();
    if (count != 0) {
      out.tag(8);
      out.varint(count);
    }
    double mean = value.mean();
    if (Double.doubleToRawLongBits(mean) != 0) {
      out.tag(17);
      out.float64(mean);
    }
    double min = value.min();
    if (Double.doubleToRawLongBits(min) != 0) {
      out.tag(25);
      out.float64(min);
    }
    double max = value.max();
    if (Double.doubleToRawLongBits(max) != 0) {
      out.tag(33);
      out.float64(max);
    }
  }

  @Override
  public Statistics read(Reader in) {
    long count = 0;
    double mean = 0;
    double min = 0;
    double max = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> count = in.varint();
        case 17 -> mean = in.float64();
        case 25 -> min = in.float64();
        case 33 -> max = in.float64();
        default -> in.skip(tag);
      }
    }
    return new Statistics(count, mean, min, max);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
