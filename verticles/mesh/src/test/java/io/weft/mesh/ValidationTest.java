package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.call.Contract;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.filter.standard.Validation;
import io.weft.stream.Streams;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests are checked before their handler, over a link and on one node. */
class ValidationTest {
  private static final AtomicInteger ran = new AtomicInteger();
  private static Nodes nodes;
  private static List<Orders> clients;

  /** Takes everything. */
  private static final class Shop implements Orders {
    final List<Item> seen = Collections.synchronizedList(new ArrayList<>());

    private static Future<String> done() {
      ran.incrementAndGet();
      return Future.succeededFuture("done");
    }

    @Override
    public Future<String> place(Order order) {
      return done();
    }

    @Override
    public Future<String> find(String name, int page, Map<String, Integer> limits) {
      return done();
    }

    @Override
    public Future<String> pay(Payment payment) {
      return done();
    }

    @Override
    public Future<String> free(Free message) {
      return done();
    }

    @Override
    public Future<Integer> total(ReadStream<Item> items) {
      AtomicInteger total = new AtomicInteger();
      return Streams.forEach(
              items,
              item -> {
                seen.add(item);
                total.addAndGet(item.count());
              })
          .map(all -> total.get());
    }

    @Override
    public ReadStream<String> articles(List<String> names) {
      ran.incrementAndGet();
      return Streams.from(names);
    }

    @Override
    public void note(String text) {
      ran.incrementAndGet();
    }
  }

  private static final Shop shop = new Shop();

  @BeforeAll
  static void start() {
    nodes = new Nodes(2, MeshOptions.defaults());
    get(nodes.mesh.get(1).serve(Orders.class, shop));
    clients = nodes.mesh.stream().map(mesh -> mesh.client(Orders.class)).toList();
    for (Orders client : clients) {
      await().until(() -> get(client.free(new Orders.Free("")).otherwise("")).equals("done"));
    }
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @BeforeEach
  void forget() {
    ran.set(0);
    shop.seen.clear();
  }

  private static Orders.Item item(String article, int count) {
    return new Orders.Item(article, count);
  }

  private static CallFailure refusal(Future<?> call) {
    CallFailure refused = (CallFailure) failure(call);
    assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
    return refused;
  }

  @Test
  void record_everyFieldThatIsWrongIsNamed() {
    Orders.Order wrong =
        new Orders.Order("a\n1", List.of(item("pen", 1), item(" ", 100)), item("ink", 0), "secret");
    for (Orders orders : clients) {
      CallFailure refused = refusal(orders.place(wrong));
      assertThat(refused.fate()).isEqualTo(Fate.NOT_PROCESSED);
      assertThat(refused)
          .hasMessage(
              "the request of io.weft.mesh.Orders/place is not valid:"
                  + " extra.count: 0 (must be greater than or equal to 1);"
                  + " id: \"a\\u000a1\" (must match \"[A-Z]{2}\\d+\");"
                  + " items[1].article: \" \" (must not be blank);"
                  + " items[1].count: 100 (must be less than or equal to 99);"
                  + " password: *** (size must be between 8 and 2147483647)");
    }
    assertThat(ran).hasValue(0);
  }

  @Test
  void record_thatIsRightPasses() {
    Orders.Order right =
        new Orders.Order("AB1", List.of(item("pen", 1)), item("ink", 99), "long enough");
    for (Orders orders : clients) {
      assertThat(get(orders.place(right))).isEqualTo("done");
    }
  }

  @Test
  void parameters_areCheckedLikeComponents() {
    for (Orders orders : clients) {
      assertThat(refusal(orders.find("", -1, Map.of("x", 0, "", 5))))
          .hasMessageContaining("limits<K>[].<map key>: \"\" (must not be blank)")
          .hasMessageContaining("limits[x].<map value>: 0 (must be greater than or equal to 1)")
          .hasMessageContaining("name: \"\" (must not be blank)")
          .hasMessageContaining("page: -1 (must be greater than or equal to 0)");
      assertThat(get(orders.find("x", 0, Map.of("y", 1)))).isEqualTo("done");
    }
  }

  @Test
  void oneOfASealedInterface_isCheckedAsWhatItIs() {
    for (Orders orders : clients) {
      assertThat(get(orders.pay(new Orders.Cash(-1)))).isEqualTo("done");
      assertThat(refusal(orders.pay(new Orders.Card("12345"))))
          .hasMessageContaining("digits: \"12345\" (size must be between 4 and 4)");
    }
  }

  @Test
  void longValuesAndManyFields_areCut() {
    List<Orders.Item> many = Collections.nCopies(50, item("x".repeat(100_000), 0));
    CallFailure refused =
        refusal(clients.get(1).place(new Orders.Order("AB1", many, item("ink", 1), "long enough")));
    assertThat(refused.message()).hasSizeLessThan(2_000).contains("; and 30 more");
    String key = "k\n".repeat(100_000);
    CallFailure keys = refusal(clients.get(1).find("x", 0, Map.of(key, 0)));
    assertThat(keys.message()).hasSizeLessThan(1_000).contains("k\\u000ak").doesNotContain("\n");
    CallFailure cut = refusal(clients.get(1).pay(new Orders.Card("1".repeat(100_000))));
    assertThat(cut.message()).hasSizeLessThan(250).contains("111…");
  }

  @Test
  void streamOfRequests_endsWithTheFirstItemThatIsWrong() {
    for (int i = 0; i < 2; i++) {
      Orders orders = clients.get(i);
      List<Orders.Item> right = List.of(item("a", 1), item("b", 2));
      assertThat(get(total(i, orders, right))).isEqualTo(3);
      shop.seen.clear();
      CallFailure refused =
          refusal(total(i, orders, List.of(item("a", 1), item("b", 0), item("c", 3))));
      assertThat(refused)
          .hasMessage(
              "an item of the stream of requests of io.weft.mesh.Orders/total is not valid: count:"
                  + " 0 (must be greater than or equal to 1)");
      assertThat(refused.fate()).isEqualTo(Fate.PROCESSED);
      assertThat(shop.seen).doesNotContain(item("b", 0), item("c", 3));
    }
  }

  private static Future<Integer> total(int node, Orders orders, List<Orders.Item> items) {
    Vertx vertx = nodes.vertx.get(node);
    io.vertx.core.Promise<Integer> done = io.vertx.core.Promise.promise();
    vertx.runOnContext(go -> orders.total(Streams.from(items)).onComplete(done));
    return done.future();
  }

  @Test
  void streamOfReplies_startsWithARequestThatIsRight() {
    for (int i = 0; i < 2; i++) {
      Orders orders = clients.get(i);
      io.vertx.core.Promise<List<String>> done = io.vertx.core.Promise.promise();
      nodes
          .vertx
          .get(i)
          .runOnContext(
              go -> Streams.toList(orders.articles(List.of("a", "b", "c", "d"))).onComplete(done));
      assertThat(refusal(done.future()))
          .hasMessageContaining("(size must be between 0 and 3)")
          .hasMessageContaining("[\"a\", \"b\", \"c\", \"d\"]");
    }
    assertThat(ran).hasValue(0);
  }

  @Test
  void oneWay_thatIsWrongNeverRuns() {
    for (Orders orders : clients) {
      orders.note("");
      orders.note("right");
      // Calls keep their order: when this one is answered, those before have ended.
      assertThat(get(orders.free(new Orders.Free("")))).isEqualTo("done");
    }
    assertThat(ran).hasValue(4);
  }

  @Test
  void switchedOff_nothingIsChecked() {
    Vertx vertx = Vertx.vertx();
    MeshOptions off =
        MeshOptions.defaults().withInterceptors(Interceptors.NONE.withValidation(false));
    Mesh mesh = get(Mesh.join(vertx, off));
    get(mesh.serve(Orders.class, new Shop()));
    assertThat(get(mesh.client(Orders.class).pay(new Orders.Card("")))).isEqualTo("done");
    get(vertx.close());
  }

  @Test
  void contractWithoutConstraints_costsNothing() {
    assertThat(Validation.of(Contract.of(Probe.class))).isNull();
    assertThat(Validation.of(Contract.of(Orders.class))).isNotNull();
  }

  /** Sees the classes of this test, but neither the API of validation nor its library. */
  private static final class Without extends URLClassLoader {
    private final List<String> hidden;

    Without(String... hidden) {
      super(urls(), ValidationTest.class.getClassLoader());
      this.hidden = List.of(hidden);
    }

    private static URL[] urls() {
      return new URL[] {
        Validation.class.getProtectionDomain().getCodeSource().getLocation(),
        Code.class.getProtectionDomain().getCodeSource().getLocation(),
        Orders.class.getProtectionDomain().getCodeSource().getLocation()
      };
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (hidden.stream().anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith("io.weft.")) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }
  }

  private static Object validationOf(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> contract = Class.forName("io.weft.call.Contract", true, loader);
    Class<?> orders = Class.forName("io.weft.mesh.Orders", true, loader);
    Object found = contract.getMethod("of", Class.class).invoke(null, orders);
    Class<?> validation = Class.forName("io.weft.filter.standard.Validation", true, loader);
    return validation.getMethod("of", contract).invoke(null, found);
  }

  @Test
  void withoutTheLibrary_contractsWorkUnchecked() throws Exception {
    try (Without nothing = new Without("jakarta.validation.", "org.hibernate.");
        Without api = new Without("org.hibernate.");
        Without all = new Without()) {
      assertThat(validationOf(nothing)).isNull();
      assertThat(validationOf(api)).isNull();
      assertThat(validationOf(all)).isNotNull();
    }
  }
}
