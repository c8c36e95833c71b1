package io.weft.bench.subject;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The echo service as grpc-java sees it: {@code message Text {string text = 1;}}, really encoded
 * and decoded. Written by hand, so that the build needs no protoc; it does less work than
 * protobuf's generated classes, which favours the peer.
 */
final class GrpcEcho {
  /** The service's full name. */
  static final String SERVICE = "weft.bench.Echo";

  private static final int TEXT_TAG = 1 << 3 | 2;

  private GrpcEcho() {}

  /** The message. */
  record Text(String text) {}

  /** What a stream is asked with: {@code <count> <bytes>}. */
  static MethodDescriptor<Text, Text> method(String name, MethodType type) {
    return MethodDescriptor.<Text, Text>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
        .setRequestMarshaller(new TextMarshaller())
        .setResponseMarshaller(new TextMarshaller())
        .build();
  }

  private static final class TextMarshaller implements MethodDescriptor.Marshaller<Text> {
    @Override
    public InputStream stream(Text value) {
      byte[] utf8 = value.text().getBytes(StandardCharsets.UTF_8);
      byte[] head = head(utf8.length);
      byte[] bytes = new byte[head.length + utf8.length];
      System.arraycopy(head, 0, bytes, 0, head.length);
      System.arraycopy(utf8, 0, bytes, head.length, utf8.length);
      return new EncodedText(bytes);
    }

    private static byte[] head(int length) {
      int size = 2;
      for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
        size++;
      }
      byte[] head = new byte[size];
      head[0] = TEXT_TAG;
      int rest = length;
      for (int i = 1; i < size - 1; i++) {
        head[i] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      head[size - 1] = (byte) rest;
      return head;
    }

    @Override
    public Text parse(InputStream stream) {
      try {
        byte[] bytes = stream.readNBytes(stream.available());
        int pos = 0;
        if (bytes[pos++] != TEXT_TAG) {
          throw new IOException("tag: " + bytes[0] + " (expected: " + TEXT_TAG + ")");
        }
        int length = 0;
        for (int shift = 0; ; shift += 7) {
          byte b = bytes[pos++];
          length |= (b & 0x7f) << shift;
          if (b >= 0) {
            break;
          }
        }
        return new Text(new String(bytes, pos, length, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Lets grpc-java write in one go, as its protobuf marshaller does. */
  private static final class EncodedText extends ByteArrayInputStream
      implements Drainable, KnownLength {
    EncodedText(byte[] bytes) {
      super(bytes);
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
      int length = count - pos;
      target.write(buf, pos, length);
      pos = count;
      return length;
    }
  }
}
