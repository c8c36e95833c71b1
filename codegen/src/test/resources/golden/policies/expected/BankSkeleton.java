package golden.policies;

import io.vertx.core.streams.ReadStream;
import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code acme.Bank}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class BankSkeleton implements Skeleton {
  private final Bank service;

  BankSkeleton(Bank service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        BankTransferRequest call = (BankTransferRequest) request;
        return service.transfer(call.from, call.to, call.cents);
      }
      case 2 -> {
        BankBalanceRequest call = (BankBalanceRequest) request;
        return service.balance(call.account);
      }
      case 3 -> {
        return service.motto();
      }
      case 4 -> {
        return service.once();
      }
      case 5 -> {
        return service.perhaps();
      }
      case 77 -> {
        BankLogRequest call = (BankLogRequest) request;
        service.log(call.line);
        return null;
      }
      case 6 -> {
        BankWatchRequest call = (BankWatchRequest) request;
        return service.watch(call.account);
      }
      case 7 -> {
        return service.upload((ReadStream<Account>) request);
      }
      case 8 -> {
        return service.open((Account) request);
      }
      case 9 -> {
        return service.count();
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of acme.Bank (known: 1, 2, 3, 4, 5, 6, 7, 77, 8, 9)");
    }
  }
}
