package golden.names;

import io.vertx.core.Future;
import javax.annotation.processing.Generated;

/** Calls {@code golden.names.Names}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class NamesProxy implements Names {
  private final io.weft.call.Caller caller;

  NamesProxy(io.weft.call.Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Reader> contract(Reader reader) {
    return caller.unary(NamesSpecs.CONTRACT_, reader);
  }

  @Override
  public Future<Spec> methods(int caller, int value, int in, int out, int tag, boolean notify) {
    return this.caller.unary(NamesSpecs.METHODS_, new NamesMethodsRequest(caller, value, in, out, tag, notify));
  }

  @Override
  public Future<Integer> thing(Thing thing) {
    return caller.unary(NamesSpecs.THING, thing);
  }

  @Override
  public Future<Thing> count(List list) {
    return caller.unary(NamesSpecs.COUNT, list);
  }

  @Override
  public Future<Names.Caller> caller(Names.Future2 x) {
    return caller.unary(NamesSpecs.CALLER, x);
  }
}
