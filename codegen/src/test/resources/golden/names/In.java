package golden.names;

import io.vertx.core.Future;
import io.weft.contract.MeshService;
import java.util.Map;

@MeshService
interface Names {
  Future<Reader> contract(Reader reader);

  Future<Spec> methods(int caller, int value, int in, int out, int tag, boolean notify);

  Future<Integer> thing(Thing thing);

  Future<Thing> count(List list);

  record Caller(String name) {}

  record Future2(int x) {}

  Future<Caller> caller(Future2 x);
}

record Reader(int value, int in, int out, int tag, String outer) {}

record Spec(int HTTPCode, int userID, int aB2c, int message, int option) {}

record List(Thing item, Map<String, ItemsEntry> items) {}

record ItemsEntry(int count) {}

record Thing(int item) {}
