package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.weft.call.CallFailure;
import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.registry.NodeEntry.ServiceEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
  private static final List<String> MINE =
      List.of("field shop.Item.1=string", "field shop.Item.2=int32", "method 1=UNARY Item Total");

  private final World world = new World();

  private record Fixed(List<String> signature) implements Contract<Runnable> {
    @Override
    public Class<Runnable> type() {
      return Runnable.class;
    }

    @Override
    public String service() {
      return "shop.Cart";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<Spec> methods() {
      return List.of();
    }

    @Override
    public byte[] descriptors() {
      return new byte[] {1, 2};
    }

    @Override
    public Runnable proxy(Caller caller) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Skeleton skeleton(Runnable service) {
      throw new UnsupportedOperationException();
    }
  }

  private static ContractEntry theirs(String... lines) {
    return new ContractEntry("shop.Cart", 1, List.of(lines), List.of(), Buffer.buffer());
  }

  @Test
  void fingerprint_depends_on_the_signature_only() {
    ContractEntry entry = ContractEntry.of(new Fixed(MINE));
    assertThat(entry.fingerprint())
        .hasSize(32)
        .isEqualTo(ContractEntry.fingerprint(new Fixed(MINE)))
        .isNotEqualTo(theirs("method 1=UNARY Item Total").fingerprint());
    String key = ContractEntry.key("shop.Cart", entry.fingerprint());
    assertThat(EntryJson.contract(key, EntryJson.encode(entry))).isEqualTo(entry);
  }

  @Test
  void check_more_or_less_lines_agree() {
    Fixed mine = new Fixed(MINE);
    assertThat(Compatibility.check(mine, theirs(MINE.toArray(String[]::new)))).isNull();
    assertThat(Compatibility.check(mine, theirs("method 1=UNARY Item Total"))).isNull();
    assertThat(Compatibility.check(mine, theirs("method 9=UNARY New New"))).isNull();
    assertThat(Compatibility.check(mine, theirs())).isNull();
  }

  @Test
  void check_contradiction_names_everything() {
    Fixed mine = new Fixed(MINE);
    ContractEntry theirs = theirs("field shop.Item.2=string", "method 1=UNARY Other Total");
    CallFailure failure = Compatibility.check(mine, theirs);
    assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(failure.message())
        .isEqualTo(
            "service shop.Cart: the contracts of caller and callee contradict each other: the"
                + " caller's (version 1, fingerprint "
                + ContractEntry.fingerprint(mine)
                + ") says \"field shop.Item.2=int32\", the callee's (version 1, fingerprint "
                + theirs.fingerprint()
                + ") says \"field shop.Item.2=string\"; build both from one contracts.lock, or give"
                + " the changed contract a new version: @MeshService(version = 2)");
  }

  private Registry serving(String node, ContractEntry contract) {
    Registry registry = world.started(node);
    if (contract != null) {
      world.value(registry.publish(contract));
    }
    String fingerprint = contract == null ? "" : contract.fingerprint();
    world.value(
        registry.update(
            own -> own.withService(ServiceEntry.of("shop.Cart", 1, 1, List.of(0), fingerprint))));
    return registry;
  }

  @Test
  void filter_keeps_to_compatible_ones() {
    Fixed mine = new Fixed(MINE);
    serving("equal", ContractEntry.of(mine));
    serving("newer", theirs("method 1=UNARY Item Total", "method 2=UNARY Item Total"));
    serving("other", theirs("method 1=ONE_WAY Item Empty"));
    serving("plain", null);
    Registry caller = world.started("caller");
    Compatibility compatibility = new Compatibility(caller, mine);
    List<Endpoint> all = caller.table().endpoints("shop.Cart", 1);
    List<String> again = new ArrayList<>();
    assertThat(compatibility.filter(all, () -> again.add("one")))
        .extracting(e -> e.node().node())
        .containsExactly("equal", "plain");
    compatibility.filter(all, () -> again.add("two"));
    assertThat(compatibility.refusal(all)).isNull();
    world.settle();
    assertThat(again).as("both lanes, both comparisons").hasSize(4);
    assertThat(compatibility.filter(all, () -> again.add("never")))
        .extracting(e -> e.node().node())
        .containsExactly("equal", "newer", "plain");
    assertThat(again).hasSize(4);
    assertThat(compatibility.refusal(all).message()).contains("ONE_WAY Item Empty");
  }

  @Test
  void filter_asks_again_after_a_failure() {
    ContractEntry newer = theirs("method 1=UNARY Item Total");
    serving("newer", newer);
    Registry caller = world.started("caller");
    Compatibility compatibility = new Compatibility(caller, new Fixed(MINE));
    List<Endpoint> all = caller.table().endpoints("shop.Cart", 1);
    List<List<Endpoint>> results = new ArrayList<>();
    String text = world.contracts.remove("shop.Cart@" + newer.fingerprint());
    Runnable again =
        new Runnable() {
          @Override
          public void run() {
            results.add(compatibility.filter(all, this));
          }
        };
    again.run();
    world.settle();
    assertThat(results).hasSize(1);
    world.contracts.put("shop.Cart@" + newer.fingerprint(), text);
    world.pass(7_000);
    assertThat(results.get(results.size() - 1)).hasSize(1);
  }
}
