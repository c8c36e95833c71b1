package golden.policies;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.access.Allow;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.AtMostOnce;
import io.weft.contract.Deadline;
import io.weft.contract.ExactlyOnce;
import io.weft.contract.access.Exposed;
import io.weft.contract.Fails;
import io.weft.contract.Hedge;
import io.weft.contract.Maybe;
import io.weft.contract.MeshService;
import io.weft.contract.OneWay;
import io.weft.contract.access.Public;
import io.weft.contract.Retry;
import io.weft.contract.Tag;

@MeshService(value = "acme.Bank", version = 2)
@AtLeastOnce
@Deadline(millis = 2_000)
@Exposed
@Allow({"teller", "say \"hi\""})
interface Bank extends Base<Account> {
  @ExactlyOnce
  @Fails({InsufficientFunds.class, Locked.class})
  @Deadline(millis = 10_000)
  @Retry(attempts = 5, attemptMillis = 2_000)
  Future<Account> transfer(long from, long to, long cents);

  @Hedge(afterMillis = 20)
  Future<Long> balance(long account);

  @Hedge
  @Public
  Future<String> motto();

  @AtMostOnce
  Future<Void> once();

  @Maybe
  Future<Void> perhaps();

  @OneWay
  @Tag(77)
  void log(String line);

  ReadStream<Account> watch(long account);

  @Deadline(millis = 60_000)
  @AtMostOnce
  Future<Long> upload(ReadStream<Account> accounts);

  default Future<Long> balance() {
    return balance(0);
  }

  static String help() {
    return "";
  }
}

interface Base<T> {
  Future<T> open(T first);

  @Allow("boss")
  Future<Integer> count();
}

record Account(long id, long cents) {}

record InsufficientFunds(long missing) {}

record Locked(String by) {}
