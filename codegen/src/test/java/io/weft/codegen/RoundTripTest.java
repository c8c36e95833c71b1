package io.weft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What our codecs write is what Google's library reads, and the other way round. */
class RoundTripTest {
  private static final int VALUES_PER_SEED = 2;

  /** Our bytes, read and written by Google's library without unknown fields, give equal values. */
  @Property(tries = 60)
  void codecs_agreeWithProtobuf_onRandomValues(@ForAll long seed) throws Exception {
    int checked = 0;
    for (String name :
        List.of("calculator", "types", "sealed", "shared", "names", "evolved", "events")) {
      checked += check(Golden.of(name), seed);
    }
    assertThat(checked).isGreaterThan(100);
  }

  private static int check(Golden golden, long seed) throws Exception {
    int checked = 0;
    RandomValues values = new RandomValues(seed);
    try (URLClassLoader loader = golden.result().loader()) {
      for (Path set : golden.schemas(".desc")) {
        Map<String, Descriptor> messages = Descriptors.of(Files.readAllBytes(set));
        for (Descriptor message : messages.values()) {
          Class<?> type = javaType(loader, message);
          for (int i = 0; type != null && i < VALUES_PER_SEED; i++) {
            check(loader, type, message, values.of(type));
            checked++;
          }
        }
      }
    }
    return checked;
  }

  private static void check(URLClassLoader loader, Class<?> type, Descriptor message, Object value)
      throws Exception {
    String codec = type.getName().replace('$', '_') + "Codec";
    Object instance = loader.loadClass(codec).getField("INSTANCE").get(null);
    byte[] ours = (byte[]) method(instance, "encode", Object.class).invoke(instance, value);
    DynamicMessage theirs = DynamicMessage.parseFrom(message, ours);
    assertThat(theirs.getUnknownFields()).isEqualTo(UnknownFieldSet.getDefaultInstance());
    Object back = decode(instance, theirs.toByteArray());
    assertThat(DeepEquality.equal(back, value)).as("%s, read as %s", value, back).isTrue();
    Object again = decode(instance, ours);
    assertThat(DeepEquality.equal(again, value)).as("%s, read as %s", value, again).isTrue();
  }

  private static Object decode(Object codec, byte[] bytes) throws Exception {
    return method(codec, "decode", byte[].class).invoke(codec, (Object) bytes);
  }

  private static Method method(Object codec, String name, Class<?> parameter) throws Exception {
    return codec.getClass().getMethod(name, parameter);
  }

  /** The Java type of a message; null for Google's and for wrappers, which have none. */
  private static Class<?> javaType(ClassLoader loader, Descriptor message) {
    String name = message.getFullName();
    for (String candidate = name; ; ) {
      try {
        return loader.loadClass(candidate.replace("shop.Billing_", "golden.shared.In$Bills_"));
      } catch (ClassNotFoundException e) {
        int underscore = candidate.lastIndexOf('_');
        if (underscore < 0) {
          return null;
        }
        candidate = candidate.substring(0, underscore) + "$" + candidate.substring(underscore + 1);
      }
    }
  }

  /** Every reply codec reads what Google's library writes for a reply message. */
  @Property(tries = 40)
  void replies_agreeWithProtobuf_onRandomValues(@ForAll long seed) throws Exception {
    Golden golden = Golden.of("replies");
    RandomValues values = new RandomValues(seed);
    try (URLClassLoader loader = golden.result().loader()) {
      Class<?> specs = loader.loadClass("golden.replies.RepliesSpecs");
      byte[] set = Files.readAllBytes(golden.schemas("Replies.desc").get(0));
      Map<String, Descriptor> messages = Descriptors.of(set);
      Object contract = specs.getField("CONTRACT").get(null);
      Map<String, String> flows = new java.util.TreeMap<>();
      for (Object line : (List<?>) specs.getMethod("signature").invoke(contract)) {
        String[] pair = line.toString().split("=", 2);
        flows.put(pair[0], pair[1]);
      }
      for (Object spec : (List<?>) specs.getMethod("methods").invoke(contract)) {
        Object header = call(spec, "name");
        String method = (String) call(header, "method");
        String flow = flows.get("method " + call(header, "number"));
        String reply = flow.substring(flow.indexOf("-> ") + 3);
        Type type = replyType(loader.loadClass("golden.replies.Replies"), method);
        if (type != Void.class) {
          Object codec = call(call(spec, "messages"), "reply");
          Object value = values.of(type);
          checkReply(codec, messages.get(reply), value);
        }
      }
    }
  }

  private static void checkReply(Object codec, Descriptor message, Object value) throws Exception {
    Method encode = codec.getClass().getMethod("encode", Object.class);
    encode.setAccessible(true);
    byte[] ours = (byte[]) encode.invoke(codec, value);
    DynamicMessage theirs = DynamicMessage.parseFrom(message, ours);
    assertThat(theirs.getUnknownFields()).isEqualTo(UnknownFieldSet.getDefaultInstance());
    Method decode = codec.getClass().getMethod("decode", byte[].class);
    decode.setAccessible(true);
    Object back = decode.invoke(codec, (Object) theirs.toByteArray());
    assertThat(DeepEquality.equal(back, value)).as("%s, read as %s", value, back).isTrue();
  }

  private static Type replyType(Class<?> service, String method) {
    for (Method candidate : service.getDeclaredMethods()) {
      if (candidate.getName().equals(method)) {
        return ((ParameterizedType) candidate.getGenericReturnType()).getActualTypeArguments()[0];
      }
    }
    throw new IllegalArgumentException(method);
  }

  private static Object call(Object record, String accessor) throws Exception {
    Method method = record.getClass().getMethod(accessor);
    method.setAccessible(true);
    return method.invoke(record);
  }

  @Test
  void addRequest_encodes_toTheBytesOfTheDesign() throws Exception {
    try (URLClassLoader loader = Golden.of("calculator").result().loader()) {
      assertThat(encode(loader, 5, 3, null)).containsExactly(0x08, 0x05, 0x10, 0x03);
      byte[] named = "req-12345".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      expected.writeBytes(new byte[] {0x08, 0x05, 0x10, 0x03, 0x1a, 0x09});
      expected.writeBytes(named);
      assertThat(encode(loader, 5, 3, "req-12345")).isEqualTo(expected.toByteArray());
    }
  }

  private static byte[] encode(ClassLoader loader, Object... components) throws Exception {
    Class<?> type = loader.loadClass("golden.calculator.AddRequest");
    Class<?>[] types = new Class<?>[components.length];
    RecordComponent[] declared = type.getRecordComponents();
    for (int i = 0; i < types.length; i++) {
      types[i] = declared[i].getType();
    }
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    Object codec = codec(loader, "golden.calculator.AddRequest");
    return (byte[])
        method(codec, "encode", Object.class).invoke(codec, constructor.newInstance(components));
  }

  private static Object codec(ClassLoader loader, String type) throws Exception {
    return loader.loadClass(type + "Codec").getField("INSTANCE").get(null);
  }

  @Test
  void read_unknownEnumNumber_saysThatThePeerIsNewer() throws Exception {
    assertThat(failure("BinaryOp", out -> out.writeInt32(1, 7)))
        .contains("number 7 of enum golden.calculator.Operator", "newer");
  }

  @Test
  void read_missingRecord_namesFieldAndMessage() throws Exception {
    assertThat(failure("CalculatorBatchAddRequest", out -> {}))
        .isEqualTo("missing field user of CalculatorBatchAddRequest");
  }

  @Test
  void read_unpackedList_isAccepted() throws Exception {
    try (URLClassLoader loader = Golden.of("types").result().loader()) {
      Object codec = codec(loader, "golden.types.Lists");
      byte[] bytes =
          bytes(
              out -> {
                out.writeInt32(1, 3);
                out.writeInt32(1, -4);
              });
      Object lists = decode(codec, bytes);
      assertThat(call(lists, "ints")).isEqualTo(List.of(3, -4));
    }
  }

  @Test
  void read_listsAndMaps_areUnmodifiable() throws Exception {
    try (URLClassLoader loader = Golden.of("types").result().loader()) {
      Object lists =
          decode(codec(loader, "golden.types.Lists"), bytes(out -> out.writeInt32(1, 3)));
      List<?> ints = (List<?>) call(lists, "ints");
      org.assertj.core.api.Assertions.assertThatThrownBy(ints::clear)
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  /** Writes fields. */
  private interface Fields {
    void write(CodedOutputStream out) throws Exception;
  }

  private static byte[] bytes(Fields fields) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.write(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static String failure(String type, Fields fields) throws Exception {
    try (URLClassLoader loader = Golden.of("calculator").result().loader()) {
      decode(codec(loader, "golden.calculator." + type), bytes(fields));
      throw new AssertionError("no failure");
    } catch (InvocationTargetException e) {
      assertThat(e.getCause().getClass().getSimpleName()).isEqualTo("WireException");
      return e.getCause().getMessage();
    }
  }
}
