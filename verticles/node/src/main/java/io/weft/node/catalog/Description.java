package io.weft.node.catalog;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.node.json.Example;
import java.util.Map;
import java.util.TreeMap;

/** What {@code describe} tells about a contract: methods, messages, an example request each. */
public final class Description {
  private final ContractView view;
  private final Map<String, JsonObject> messages = new TreeMap<>();

  private Description(ContractView view) {
    this.view = view;
  }

  /**
   * Describes a contract.
   *
   * @param view the contract
   * @return {@code methods} and {@code messages}
   */
  public static JsonObject of(ContractView view) {
    Description description = new Description(view);
    JsonArray methods = new JsonArray();
    view.methods().forEach(method -> methods.add(description.method(method)));
    JsonObject types = new JsonObject();
    description.messages.forEach(types::put);
    return new JsonObject().put("methods", methods).put("messages", types);
  }

  private JsonObject method(ContractView.Method method) {
    boolean unwrapRequest = view.wraps(method, method.request());
    boolean unwrapReply = view.wraps(method, method.reply());
    return new JsonObject()
        .put("method", method.name())
        .put("number", method.entry().number())
        .put("shape", method.shape().name())
        .put("semantics", method.entry().semantics().name())
        .put("deadlineMillis", method.entry().deadlineMillis())
        .put(
            "request",
            carrier(method)
                ? Example.shape(method.request())
                : type(method.request(), unwrapRequest))
        .put("reply", type(method.reply(), unwrapReply))
        .put("example", Example.of(method.request(), unwrapRequest));
  }

  /** Whether a message was made for the parameters of a method. */
  private boolean carrier(ContractView.Method method) {
    Descriptor request = method.request();
    boolean made = request.getFullName().equals(view.prefix(method) + "Request");
    if (made) {
      request.getFields().forEach(this::note);
    }
    return made;
  }

  private String type(Descriptor message, boolean unwrap) {
    if (unwrap) {
      FieldDescriptor field = message.getFields().get(0);
      note(field);
      return Example.type(field);
    }
    note(message);
    return Example.type(message);
  }

  private void note(FieldDescriptor field) {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      if (field.isMapField()) {
        note(field.getMessageType().getFields().get(1));
      } else {
        note(field.getMessageType());
      }
    }
  }

  private void note(Descriptor message) {
    if (message.getFullName().startsWith("google.protobuf.")
        || messages.containsKey(message.getFullName())) {
      return;
    }
    JsonObject fields = new JsonObject();
    messages.put(message.getFullName(), fields);
    for (FieldDescriptor field : message.getFields()) {
      fields.put(field.getJsonName(), Example.type(field));
      note(field);
    }
  }
}
