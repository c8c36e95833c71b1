package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Principal;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.stream.Streams;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Principals and roles over real nodes. The vault is on node 2; door and hall on the way to it, on
 * nodes 0 and 1, know nothing of roles. The caller is node 1, unless told otherwise.
 */
class WhoMayCallTest {
  private static final Principal ALICE =
      new Principal("alice ☂", Set.of("teller"), Map.of("tenant", "blue"));
  private static final Principal CLERK = Principal.of("clerk", "clerk");
  private static Nodes nodes;
  private static VaultService service;
  private static Vault vault;
  private static Vault local;
  private static Door door;

  @BeforeAll
  static void start() {
    nodes = new Nodes(3, MeshOptions.defaults());
    service = new VaultService();
    vault = nodes.mesh.get(1).client(Vault.class);
    local = nodes.mesh.get(2).client(Vault.class);
    door = nodes.mesh.get(1).client(Door.class);
    Hall hall = nodes.mesh.get(0).client(Hall.class);
    get(nodes.mesh.get(2).serve(Vault.class, service));
    get(nodes.mesh.get(1).serve(Hall.class, box -> vault.open(box)));
    get(nodes.mesh.get(0).serve(Door.class, box -> hall.cross(box)));
    for (Mesh mesh : nodes.mesh) {
      await().until(() -> mesh.registry().table().services().size() == 3);
    }
    await().until(() -> get(vault.ring().otherwise("")).equals("nobody"));
    await().until(() -> get(in(ALICE, () -> door.enter("1")).otherwise("")).equals("alice ☂"));
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @BeforeEach
  void forget() {
    service.seen.clear();
  }

  private static <T> T in(Principal principal, Supplier<T> code) {
    return CallScope.inherit().principal(principal).run(code);
  }

  private static void refused(Future<?> call, Code code) {
    CallFailure failure = (CallFailure) failure(call);
    assertThat(failure.code()).as(failure.message()).isEqualTo(code);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(failure.message())
        .contains("io.weft.mesh.Vault/", "[")
        .doesNotContain("alice", "clerk");
    assertThat(service.seen).isEmpty();
  }

  @Test
  void unary_handlerSeesThePrincipal() {
    assertThat(get(in(ALICE, () -> vault.open("1")))).isEqualTo("alice ☂");
  }

  @Test
  void unary_wholePrincipalTravels() {
    AtomicReference<Principal> seen = new AtomicReference<>();
    Hall ears =
        box -> {
          seen.set(io.weft.call.CallContext.current().principal());
          return Future.succeededFuture(box);
        };
    Registration registration = get(nodes.mesh.get(0).serve(Hall.class, ears));
    Hall hall = nodes.mesh.get(2).client(Hall.class);
    await()
        .until(
            () -> {
              get(in(ALICE, () -> hall.cross("1")).otherwise(""));
              return seen.get() != null;
            });
    assertThat(seen.get()).isEqualTo(ALICE);
    get(registration.close());
  }

  @Test
  void unary_threeHopsWithRolesAskedAtTheLast() {
    assertThat(get(in(ALICE, () -> door.enter("1")))).isEqualTo("alice ☂");
    service.seen.clear();
    CallFailure failure = (CallFailure) failure(in(CLERK, () -> door.enter("1")));
    assertThat(failure.code()).isEqualTo(Code.PERMISSION_DENIED);
    // The handlers on the way did run.
    assertThat(failure.fate()).isEqualTo(Fate.PROCESSED);
    failure = (CallFailure) failure(door.enter("1"));
    assertThat(failure.code()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(service.seen).isEmpty();
  }

  @Test
  void streams_handlerSeesThePrincipal() {
    assertThat(get(in(ALICE, () -> Streams.toList(vault.names(2)))))
        .containsExactly("alice ☂", "alice ☂");
    assertThat(
            onLoop(() -> in(ALICE, () -> vault.count(Streams.from(List.of("a", "b").iterator())))))
        .isEqualTo("alice ☂ 2");
    List<String> exchanged =
        onLoop(
            () ->
                in(
                    ALICE,
                    () -> Streams.toList(vault.exchange(Streams.from(List.of("a").iterator())))));
    assertThat(exchanged).containsExactly("alice ☂ a");
  }

  @Test
  void streams_refusedBeforeTheHandler() {
    refused(in(CLERK, () -> Streams.toList(vault.names(2))), Code.PERMISSION_DENIED);
    refused(Streams.toList(vault.names(2)), Code.UNAUTHENTICATED);
    refused(
        onLoopFuture(() -> vault.count(Streams.from(List.of("a").iterator()))),
        Code.UNAUTHENTICATED);
    refused(
        onLoopFuture(() -> Streams.toList(vault.exchange(Streams.from(List.of("a").iterator())))),
        Code.UNAUTHENTICATED);
  }

  private static <T> Future<T> onLoopFuture(Supplier<Future<T>> code) {
    return nodes.vertx.get(1).getOrCreateContext().owner().timer(1).compose(fired -> code.get());
  }

  private static <T> T onLoop(Supplier<Future<T>> code) {
    return get(onLoopFuture(code));
  }

  @Test
  void oneWay_handlerSeesThePrincipalAndOthersNeverReachIt() {
    Runnable drop = () -> vault.drop("1");
    for (Principal principal : new Principal[] {CLERK, null, ALICE}) {
      in(
          principal,
          () -> {
            drop.run();
            return null;
          });
    }
    await().until(() -> !service.seen.isEmpty());
    // Calls of one lane arrive in order: whoever came before would be here by now.
    get(vault.ring());
    assertThat(service.seen).containsExactly("alice ☂", "nobody");
  }

  @Test
  void retry_isMadeInTheSameName() {
    assertThat(get(in(ALICE, () -> vault.stubborn("1")))).isEqualTo("alice ☂");
    assertThat(service.seen).containsExactly("alice ☂", "alice ☂");
  }

  @Test
  void local_sameRules() {
    assertThat(get(in(ALICE, () -> local.open("1")))).isEqualTo("alice ☂");
    service.seen.clear();
    refused(in(CLERK, () -> local.open("1")), Code.PERMISSION_DENIED);
    refused(local.open("1"), Code.UNAUTHENTICATED);
  }

  @Test
  void unary_nobodyAndStrangersAreRefused() {
    refused(vault.open("1"), Code.UNAUTHENTICATED);
    refused(in(CLERK, () -> vault.open("1")), Code.PERMISSION_DENIED);
    refused(in(ALICE, vault::close), Code.PERMISSION_DENIED);
    assertThat(get(in(Principal.of("eve", "boss"), () -> vault.close().map("closed"))))
        .isEqualTo("closed");
  }

  @Test
  void open_methodIsForEverybody() {
    assertThat(get(vault.ring())).isEqualTo("nobody");
    assertThat(get(in(CLERK, vault::ring))).isEqualTo("clerk");
  }

  @Test
  void scope_principalEndsWithIt() {
    CallScope outer = CallScope.inherit().principal(ALICE);
    String inner =
        outer.run(
            () -> {
              assertThat(get(in(null, vault::ring))).isEqualTo("nobody");
              return get(vault.ring());
            });
    assertThat(inner).isEqualTo("alice ☂");
    assertThat(get(vault.ring())).isEqualTo("nobody");
  }

  @Test
  void baggage_isNoPrincipal() {
    CallScope scope =
        CallScope.inherit().baggage("principal", "{\"sub\":\"x\",\"roles\":[\"boss\"]}");
    refused(scope.run(() -> vault.open("1")), Code.UNAUTHENTICATED);
  }
}
