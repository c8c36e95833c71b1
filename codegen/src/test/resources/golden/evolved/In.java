package golden.evolved;

import io.vertx.core.Future;
import io.weft.contract.MeshService;
import io.weft.contract.Tag;
import org.jspecify.annotations.Nullable;

@MeshService
interface Store {
  Future<Item> get(@Nullable String section, String id);

  @Tag(1)
  Future<Item> place(Item item);
}

record Item(@Tag(2) String title, long price, @Tag(4) @Nullable String note, Size size, Kind kind) {}

enum Size {
  @Tag(3)
  TINY,
  SMALL,
  LARGE
}

sealed interface Kind {
  record Book(int pages) implements Kind {}

  record Film(int minutes) implements Kind {}
}
