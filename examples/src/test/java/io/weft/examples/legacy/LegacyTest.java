package io.weft.examples.legacy;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import io.vertx.serviceproxy.ServiceException;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.examples.Node;
import io.weft.mesh.Registration;
import io.weft.registry.PlainService;
import io.weft.registry.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weft and stock Vert.x, as server and as client, on one node and on two. */
class LegacyTest {
  private static final String ADDRESS = Legacy.class.getName();

  @ParameterizedTest
  @CsvSource({"weft,weft", "weft,stock", "stock,weft", "stock,stock"})
  void oneNode_answers(String server, String client) {
    try (Node node = Node.alone()) {
      serve(node, server);
      answers(client(node, client));
    }
  }

  @ParameterizedTest
  @CsvSource({"weft,weft", "weft,stock", "stock,weft", "stock,stock"})
  void acrossNodes_answers(String server, String client) {
    try (Node.Pair pair = Node.pair()) {
      serve(pair.a(), server);
      answers(client(pair.b(), client));
    }
  }

  @Test
  void client_withoutService_failsLikeTheMesh() {
    try (Node node = Node.alone()) {
      CallFailure failure =
          catchThrowableOfType(
              CallFailure.class, () -> ended(client(node, "weft").shout("anybody")));
      assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    }
  }

  @Test
  void serve_isFoundByOtherNodes_untilItEnds() {
    try (Node.Pair pair = Node.pair()) {
      Registration registration =
          pair.a().on(() -> pair.a().mesh().serve(Legacy.class, new WordList()));
      await().until(() -> pair.b().mesh().registry().table().plain().size() == 1);
      Table table = pair.b().mesh().registry().table();
      Table.Plain found = table.plain().get(0);
      assertThat(found.service())
          .isEqualTo(new PlainService(ADDRESS, ADDRESS, List.of("count", "shout", "words")));
      assertThat(found.node().node()).isEqualTo(pair.a().mesh().node());
      assertThat(found.ready()).isTrue();
      assertThat(table.services()).isEmpty();
      assertThat(table.endpoints(ADDRESS, 1)).isEmpty();

      ended(registration.close());
      ended(registration.close());
      await().until(() -> pair.b().mesh().registry().table().plain().isEmpty());
    }
  }

  private static void answers(Legacy legacy) {
    assertThat(ended(legacy.shout("warp and weft"))).isEqualTo("WARP AND WEFT");
    assertThat(ended(legacy.words("warp and weft"))).containsExactly("warp", "and", "weft");
    JsonObject document = new JsonObject().put("text", "warp and weft");
    assertThat(ended(legacy.count(document))).isEqualTo(document.copy().put("words", 3));
    ServiceException failure =
        catchThrowableOfType(
            ServiceException.class, () -> ended(legacy.count(new JsonObject().put("title", "x"))));
    assertThat(failure.failureCode()).isEqualTo(WordList.NO_TEXT);
    assertThat(failure).hasMessage("no text in [title]");
  }

  private static void serve(Node node, String server) {
    if (server.equals("weft")) {
      node.serve(Legacy.class, new WordList());
    } else {
      node.on(
          () ->
              new ServiceBinder(node.vertx())
                  .setAddress(ADDRESS)
                  .register(Legacy.class, new WordList())
                  .completion());
    }
  }

  private static Legacy client(Node node, String client) {
    return client.equals("weft")
        ? node.mesh().client(Legacy.class)
        : new ServiceProxyBuilder(node.vertx()).setAddress(ADDRESS).build(Legacy.class);
  }
}
