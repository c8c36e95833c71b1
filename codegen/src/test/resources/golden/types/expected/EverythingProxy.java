package golden.types;

import io.vertx.core.Future;
import io.weft.call.Caller;
import javax.annotation.processing.Generated;

/** Calls {@code golden.types.Everything}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class EverythingProxy implements Everything {
  private final Caller caller;

  EverythingProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Scalars> scalars(Scalars value) {
    return caller.unary(EverythingSpecs.SCALARS, value);
  }

  @Override
  public Future<Boxes> boxes(Boxes value) {
    return caller.unary(EverythingSpecs.BOXES, value);
  }

  @Override
  public Future<Nullables> nullables(Nullables value) {
    return caller.unary(EverythingSpecs.NULLABLES, value);
  }

  @Override
  public Future<Optionals> optionals(Optionals value) {
    return caller.unary(EverythingSpecs.OPTIONALS, value);
  }

  @Override
  public Future<Lists> lists(Lists value) {
    return caller.unary(EverythingSpecs.LISTS, value);
  }

  @Override
  public Future<Maps> maps(Maps value) {
    return caller.unary(EverythingSpecs.MAPS, value);
  }

  @Override
  public Future<Texts> texts(Texts value) {
    return caller.unary(EverythingSpecs.TEXTS, value);
  }

  @Override
  public Future<Numbered> numbered(Numbered value) {
    return caller.unary(EverythingSpecs.NUMBERED, value);
  }
}
