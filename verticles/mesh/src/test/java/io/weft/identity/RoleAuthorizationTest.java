package io.weft.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Metadata;
import io.weft.call.Policy;
import io.weft.call.Principal;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleAuthorizationTest {
  private static final Policy POLICY = new RoleAuthorization();

  private static Call call(Metadata metadata, String... roles) {
    Spec spec =
        new Spec(
            new Spec.Name("shop.Vault", 1, "open", 1),
            Shape.UNARY,
            Semantics.AT_MOST_ONCE,
            new Spec.Messages(WellKnown.STRING, WellKnown.STRING, List.of()),
            new Spec.Timing(5_000, 1, 0, -1),
            new Spec.Access(false, false, List.of(roles)),
            Priority.Level.NORMAL);
    Call call = new Call(spec, "request", null, null, Call.Time.of(0, 0));
    call.metadata(metadata);
    return call;
  }

  private static Metadata of(Principal principal) {
    return Metadata.EMPTY.withPrincipal(principal);
  }

  @Test
  void enter_methodWithoutRolesIsForEverybody() {
    assertThat(POLICY.enter(call(Metadata.EMPTY), 0)).isNull();
    assertThat(POLICY.enter(call(of(Principal.of("alice"))), 0)).isNull();
    assertThat(POLICY.enter(call(Metadata.of(Map.of("weft-principal", "{"))), 0)).isNull();
  }

  @Test
  void enter_oneOfTheRolesIsEnough() {
    assertThat(POLICY.enter(call(of(Principal.of("alice", "x", "boss")), "teller", "boss"), 0))
        .isNull();
  }

  @Test
  void enter_nobodyIsUnauthenticated() {
    CallFailure failure = POLICY.enter(call(Metadata.EMPTY, "teller", "boss"), 0);
    assertThat(failure.code()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(failure.message()).contains("shop.Vault/open", "[teller, boss]");
  }

  @Test
  void enter_withoutTheRoleIsDeniedAndNotNamed() {
    Principal alice = Principal.of("alice", "clerk", "Teller", "teller ", "tell");
    CallFailure failure = POLICY.enter(call(of(alice), "teller", "boss"), 0);
    assertThat(failure.code()).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(failure.message())
        .contains("shop.Vault/open", "[teller, boss]")
        .doesNotContain("alice", "clerk");
  }

  @Test
  void enter_unreadablePrincipalIsUnauthenticated() {
    for (String text :
        List.of(
            "{",
            "",
            "[]",
            "{}",
            "{\"sub\":7}",
            "{\"sub\":\"\"}",
            "{\"sub\":null}",
            "{\"sub\":\"a\",\"roles\":\"teller\"}",
            "{\"sub\":\"a\",\"roles\":[null]}")) {
      Metadata metadata = Metadata.of(Map.of("weft-principal", text));
      CallFailure failure = POLICY.enter(call(metadata, "teller"), 0);
      assertThat(failure).as(text).isNotNull();
      assertThat(failure.code()).as(text).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    }
  }

  @Test
  void enter_explains() {
    Trail trail = new Trail();
    Call call = call(of(Principal.of("alice", "boss")).withTrail(trail), "boss");
    assertThat(POLICY.enter(call, 0)).isNull();
    assertThat(trail.lines()).anyMatch(line -> line.contains("[boss]"));
  }
}
