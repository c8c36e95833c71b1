package io.weft.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A message that holds one of everything, and itself. */
record Tree(
    long number,
    int fixed,
    double real,
    boolean flag,
    String text,
    byte[] bytes,
    List<Tree> boughs) {
  static final Codec<Tree> CODEC =
      new Codec<>() {
        @Override
        public void write(Tree value, Writer out) {
          out.tag(8);
          out.varint(value.number);
          out.tag(2 << 3 | 5);
          out.fixed32(value.fixed);
          out.tag(3 << 3 | 1);
          out.float64(value.real);
          out.tag(4 << 3);
          out.bool(value.flag);
          out.tag(5 << 3 | 2);
          out.string(value.text);
          out.tag(6 << 3 | 2);
          out.bytes(value.bytes);
          for (Tree bough : value.boughs) {
            out.tag(7 << 3 | 2);
            int mark = out.begin();
            write(bough, out);
            out.end(mark);
          }
        }

        @Override
        public Tree read(Reader in) {
          long number = 0;
          int fixed = 0;
          double real = 0;
          boolean flag = false;
          String text = "";
          byte[] bytes = {};
          List<Tree> boughs = new ArrayList<>();
          for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            switch (tag) {
              case 8 -> number = in.varint();
              case 2 << 3 | 5 -> fixed = in.fixed32();
              case 3 << 3 | 1 -> real = in.float64();
              case 4 << 3 -> flag = in.bool();
              case 5 << 3 | 2 -> text = in.string();
              case 6 << 3 | 2 -> bytes = in.bytes();
              case 7 << 3 | 2 -> {
                int outer = in.enter();
                boughs.add(read(in));
                in.leave(outer);
              }
              default -> in.skip(tag);
            }
          }
          return new Tree(number, fixed, real, flag, text, bytes, boughs);
        }
      };

  static Tree leaf(int size) {
    return new Tree(size, -size, size / 3d, true, "ü".repeat(size), new byte[size], List.of());
  }

  static Tree deep(int levels) {
    Tree tree = leaf(1);
    for (int i = 0; i < levels; i++) {
      tree = new Tree(i, i, i, false, "", new byte[0], List.of(tree));
    }
    return tree;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Tree t
        && number == t.number
        && fixed == t.fixed
        && Double.doubleToRawLongBits(real) == Double.doubleToRawLongBits(t.real)
        && flag == t.flag
        && text.equals(t.text)
        && Arrays.equals(bytes, t.bytes)
        && boughs.equals(t.boughs);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
