package io.weft.node.json;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import java.util.Objects;

/** A contract's descriptors as the processor writes them, with one field of each kind. */
public final class Shop {
  private Shop() {}

  /** The serialized file descriptor set. */
  public static byte[] descriptors() {
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName("shop/Cart.proto")
            .setPackage("shop")
            .setSyntax("proto3")
            .addDependency("google/protobuf/timestamp.proto")
            .addDependency("google/protobuf/duration.proto")
            .addDependency("google/protobuf/struct.proto")
            .addDependency("google/protobuf/wrappers.proto")
            .addDependency("google/protobuf/empty.proto")
            .addMessageType(order())
            .addMessageType(
                DescriptorProto.newBuilder()
                    .setName("Item")
                    .addField(field("unit_price", 1, Type.TYPE_DOUBLE))
                    .addField(field("count", 2, Type.TYPE_INT32)))
            .addMessageType(
                DescriptorProto.newBuilder()
                    .setName("CartOrdersReply")
                    .addField(
                        field("value", 1, Type.TYPE_MESSAGE).toBuilder()
                            .setTypeName(".shop.Order")
                            .setLabel(Label.LABEL_REPEATED)))
            .addEnumType(
                EnumDescriptorProto.newBuilder()
                    .setName("OrderState")
                    .addValue(value("ORDER_STATE_NEW", 0))
                    .addValue(value("ORDER_STATE_PAID", 1)))
            .addService(
                ServiceDescriptorProto.newBuilder()
                    .setName("Cart")
                    .addMethod(method("Put", "shop.Order", "google.protobuf.DoubleValue"))
                    .addMethod(method("Orders", "google.protobuf.Empty", "shop.CartOrdersReply")))
            .build();
    return FileDescriptorSet.newBuilder().addFile(file).build().toByteArray();
  }

  /** The order message. */
  static Descriptor orderType() {
    return message("shop.Order");
  }

  static Descriptor message(String name) {
    return Objects.requireNonNull(Schema.of(descriptors()).message(name), name);
  }

  private static DescriptorProto order() {
    return DescriptorProto.newBuilder()
        .setName("Order")
        .addField(field("id", 1, Type.TYPE_INT64))
        .addField(field("customer_name", 2, Type.TYPE_STRING))
        .addField(enumeration(field("state", 3, Type.TYPE_ENUM)))
        .addField(many(typed(field("items", 4, Type.TYPE_MESSAGE), ".shop.Item")))
        .addField(many(typed(field("stock", 5, Type.TYPE_MESSAGE), ".shop.Order.StockEntry")))
        .addField(typed(field("placed", 6, Type.TYPE_MESSAGE), ".google.protobuf.Timestamp"))
        .addField(typed(field("wait", 7, Type.TYPE_MESSAGE), ".google.protobuf.Duration"))
        .addField(typed(field("extra", 8, Type.TYPE_MESSAGE), ".google.protobuf.Struct"))
        .addField(field("picture", 9, Type.TYPE_BYTES))
        .addField(field("gift", 10, Type.TYPE_BOOL))
        .addField(field("letter", 11, Type.TYPE_UINT32))
        .addField(field("weight", 12, Type.TYPE_FLOAT))
        .addField(
            field("note", 13, Type.TYPE_STRING).toBuilder()
                .setProto3Optional(true)
                .setOneofIndex(1))
        .addField(field("card", 14, Type.TYPE_STRING).toBuilder().setOneofIndex(0))
        .addField(field("cash", 15, Type.TYPE_DOUBLE).toBuilder().setOneofIndex(0))
        .addField(typed(field("parent", 16, Type.TYPE_MESSAGE), ".shop.Order"))
        .addOneofDecl(OneofDescriptorProto.newBuilder().setName("kind"))
        .addOneofDecl(OneofDescriptorProto.newBuilder().setName("_note"))
        .addNestedType(
            DescriptorProto.newBuilder()
                .setName("StockEntry")
                .setOptions(MessageOptions.newBuilder().setMapEntry(true))
                .addField(field("key", 1, Type.TYPE_STRING))
                .addField(field("value", 2, Type.TYPE_INT32)))
        .build();
  }

  private static FieldDescriptorProto field(String name, int number, Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(Label.LABEL_OPTIONAL)
        .build();
  }

  private static FieldDescriptorProto typed(FieldDescriptorProto field, String type) {
    return field.toBuilder().setTypeName(type).build();
  }

  private static FieldDescriptorProto enumeration(FieldDescriptorProto field) {
    return typed(field, ".shop.OrderState");
  }

  private static FieldDescriptorProto many(FieldDescriptorProto field) {
    return field.toBuilder().setLabel(Label.LABEL_REPEATED).build();
  }

  private static EnumValueDescriptorProto value(String name, int number) {
    return EnumValueDescriptorProto.newBuilder().setName(name).setNumber(number).build();
  }

  private static MethodDescriptorProto method(String name, String request, String reply) {
    return MethodDescriptorProto.newBuilder()
        .setName(name)
        .setInputType("." + request)
        .setOutputType("." + reply)
        .build();
  }
}
