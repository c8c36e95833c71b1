package io.weft.codegen.model;

import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import java.util.List;

/**
 * A method of a service.
 *
 * @param name the Java name
 * @param number the number on the wire
 * @param signature its Java form
 * @param flow what travels
 * @param policy what the contract promises
 */
public record Method(String name, int number, Signature signature, Flow flow, Policy policy) {
  /**
   * The Java form.
   *
   * @param returns the return type with binary names
   * @param parameters in order
   */
  public record Signature(String returns, List<Parameter> parameters) {}

  /**
   * A parameter.
   *
   * @param name its name
   * @param java its type with binary names
   */
  public record Parameter(String name, String java) {}

  /**
   * What travels.
   *
   * @param shape how messages flow
   * @param request each request
   * @param reply each reply
   * @param errors typed errors
   */
  public record Flow(Shape shape, Payload request, Payload reply, List<Type> errors) {
    /**
     * The flow as the lock file and the signature write it.
     *
     * @return for example {@code unary p.Request -> p.Reply}
     */
    public String text() {
      String word = shape.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      return word + " " + request.proto() + " -> " + reply.proto();
    }
  }

  /**
   * One kind of message.
   *
   * @param java the Java type of a value with binary names
   * @param proto the full protobuf name
   * @param codec the class that holds the codec
   * @param constant the codec's constant in it
   * @param carrier whether it is a generated class that holds the parameters
   */
  public record Payload(
      String java, String proto, String codec, String constant, boolean carrier) {}

  /**
   * What the contract promises.
   *
   * @param semantics about executions
   * @param timing times and attempts, as written to the spec
   * @param access who may call
   * @param priority what is refused first
   */
  public record Policy(
      Semantics semantics, Timing timing, Access access, Priority.Level priority) {}

  /**
   * Times and attempts.
   *
   * @param deadlineMillis 0 for none
   * @param attempts 1 or more
   * @param attemptMillis 0 for none
   * @param hedgeAfterMillis -1 for none
   */
  public record Timing(
      long deadlineMillis, int attempts, long attemptMillis, long hedgeAfterMillis) {}

  /**
   * Who may call.
   *
   * @param exposed from outside
   * @param open without a role
   * @param roles one of which is needed
   */
  public record Access(boolean exposed, boolean open, List<String> roles) {}

  /**
   * The name in {@code .proto} files.
   *
   * @return with a capital
   */
  public String proto() {
    return Names.capital(name);
  }

  /**
   * The constant in the specs.
   *
   * @return upper snake case
   */
  public String constant() {
    String wanted = Names.upperSnake(name);
    return wanted.equals("CONTRACT") || wanted.equals("METHODS") ? wanted + "_" : wanted;
  }
}
