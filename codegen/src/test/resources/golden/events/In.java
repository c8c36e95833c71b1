package golden.events;

import io.vertx.core.Future;
import io.weft.contract.MeshEvent;
import io.weft.contract.MeshService;
import io.weft.contract.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@MeshEvent
record Price(@Tag(4) String pair, Amount amount, Instant at, @Nullable Source source) {
  enum Source {
    FEED,
    DESK
  }
}

record Amount(long units, Currency currency) {}

enum Currency {
  EUR,
  USD
}

@MeshEvent
sealed interface Order permits Order.Placed, Order.Cancelled {
  record Placed(List<Line> lines, Map<String, Amount> fees) implements Order {}

  record Cancelled(String why) implements Order {}

  record Line(String item, Amount amount) {}
}

interface Shifts {
  @MeshEvent
  record Began(String desk) {}

  record Unused(String nobodyPublishes) {}
}

@MeshEvent
record Tree(int value, List<Tree> more) {}

@MeshService("acme.Store")
interface Shop {
  Future<Price> price(Sold sold);

  @MeshEvent
  record Sold(String item, Amount amount) {}
}
