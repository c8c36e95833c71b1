package io.weft.examples.dashboard;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallContext;
import io.weft.examples.EnglishGreeter;
import io.weft.examples.Greeter;
import io.weft.examples.HelloReply;
import io.weft.examples.Node;
import io.weft.examples.alerts.AlertLog;
import io.weft.examples.users.MemoryUsers;
import io.weft.examples.users.Profile;
import io.weft.examples.users.Users;
import io.weft.junit5.MeshNodes;
import io.weft.junit5.MeshTest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DashboardTest {
  @Test
  void page_allThere_isWhole() {
    try (Node node = Node.alone()) {
      node.serve(Greeter.class, new EnglishGreeter());
      node.serve(Users.class, new MemoryUsers());
      node.deploy(new AlertLog(node.mesh()));
      Page page = page(node, "ada");
      assertThat(page.greeting()).isEqualTo("Hello, ada!");
      assertThat(page.profile()).extracting(Profile::name).isEqualTo("Ada");
      assertThat(page.alerts()).isEmpty();
      assertThat(page.missing()).isEmpty();
    }
  }

  @Test
  void page_asksAllPartsAtOnce() {
    try (Node node = Node.alone()) {
      // Each of the two answers when both are asked: one after the other they would never.
      AtomicInteger asked = new AtomicInteger();
      Promise<Void> both = Promise.promise();
      node.serve(
          Greeter.class,
          request -> together(asked, both).map(new HelloReply("Hello, " + request.name() + "!")));
      node.serve(
          Users.class,
          new SlowUsers(id -> together(asked, both).compose(all -> new MemoryUsers().profile(id))));
      Page page = page(node, "ada");
      assertThat(page.greeting()).isNotNull();
      assertThat(page.profile()).isNotNull();
      assertThat(page.missing()).containsOnlyKeys("alerts");
    }
  }

  private static Future<Void> together(AtomicInteger asked, Promise<Void> both) {
    if (asked.incrementAndGet() == 2) {
      both.complete();
    }
    return both.future();
  }

  @Test
  @MeshTest(nodes = 2)
  void page_onePartLate_comesInTimeWithoutIt(MeshNodes nodes) {
    Promise<Void> cancelled = Promise.promise();
    nodes.serve(
        1,
        Users.class,
        new SlowUsers(
            id -> {
              Promise<Profile> late = Promise.promise();
              CallContext.current()
                  .onCancel(
                      () -> {
                        late.fail("nobody waits");
                        cancelled.complete();
                      });
              return late.future();
            }));
    nodes.serve(0, Greeter.class, new EnglishGreeter());
    Node caller = Node.of(nodes, 0);
    caller.deploy(new AlertLog(caller.mesh()));

    Page page = page(caller, "ada");
    assertThat(page.greeting()).isEqualTo("Hello, ada!");
    assertThat(page.profile()).isNull();
    assertThat(page.missing()).containsOnlyKeys("profile");
    // The deadline travelled: the slow service knows that nobody waits any more.
    ended(cancelled.future());
  }

  private static Page page(Node node, String user) {
    node.serve(Dashboard.class, new ParallelDashboard(node.mesh()));
    return ended(node.mesh().client(Dashboard.class).page(user));
  }

  private record SlowUsers(Function<String, Future<Profile>> answer) implements Users {
    @Override
    public Future<Profile> profile(String id) {
      return answer.apply(id);
    }

    @Override
    public Future<Optional<Profile>> find(String email) {
      return Future.failedFuture("not asked here");
    }

    @Override
    public ReadStream<Profile> list() {
      throw new UnsupportedOperationException("not asked here");
    }
  }
}
