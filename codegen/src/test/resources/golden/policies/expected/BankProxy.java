package golden.policies;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Caller;
import javax.annotation.processing.Generated;

/** Calls {@code acme.Bank}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class BankProxy implements Bank {
  private final Caller caller;

  BankProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Account> transfer(long from, long to, long cents) {
    return caller.unary(BankSpecs.TRANSFER, new BankTransferRequest(from, to, cents));
  }

  @Override
  public Future<Long> balance(long account) {
    return caller.unary(BankSpecs.BALANCE, new BankBalanceRequest(account));
  }

  @Override
  public Future<String> motto() {
    return caller.unary(BankSpecs.MOTTO, new BankMottoRequest());
  }

  @Override
  public Future<Void> once() {
    return caller.unary(BankSpecs.ONCE, new BankOnceRequest());
  }

  @Override
  public Future<Void> perhaps() {
    return caller.unary(BankSpecs.PERHAPS, new BankPerhapsRequest());
  }

  @Override
  public void log(String line) {
    caller.oneWay(BankSpecs.LOG, new BankLogRequest(line));
  }

  @Override
  public ReadStream<Account> watch(long account) {
    return caller.serverStream(BankSpecs.WATCH, new BankWatchRequest(account));
  }

  @Override
  public Future<Long> upload(ReadStream<Account> accounts) {
    return caller.clientStream(BankSpecs.UPLOAD, accounts);
  }

  @Override
  public Future<Account> open(Account first) {
    return caller.unary(BankSpecs.OPEN, first);
  }

  @Override
  public Future<Integer> count() {
    return caller.unary(BankSpecs.COUNT, new BankCountRequest());
  }
}
