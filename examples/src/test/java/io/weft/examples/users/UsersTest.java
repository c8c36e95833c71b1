package io.weft.examples.users;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.examples.Node;
import io.weft.mesh.Registration;
import io.weft.stream.Streams;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final Profile ADA =
      new Profile("ada", "Ada", "ada@example.org", LocalDate.of(2023, 12, 10), Set.of("core"));

  private Node node;
  private Registration registration;

  @BeforeEach
  void start() {
    node = Node.alone();
    registration = node.on(() -> node.mesh().serve(Users.class, new MemoryUsers()));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void profile_ofAUser_isFound() {
    assertThat(ended(node.mesh().client(Users.class).profile("ada"))).isEqualTo(ADA);
  }

  @Test
  void profile_ofNobody_failsAndTellsWhoIsThere() {
    CallFailure failure = failure(node.mesh().client(Users.class).profile("bob"));
    assertThat(failure.code()).isEqualTo(Code.NOT_FOUND);
    assertThat(failure).hasMessage("user \"bob\" (expected: one of [ada, grace, linus])");
  }

  @Test
  void find_byEmail_givesAnOptional() {
    Users users = node.mesh().client(Users.class);
    assertThat(ended(users.find("ada@example.org"))).contains(ADA);
    assertThat(ended(users.find("bob@example.org"))).isEmpty();
  }

  @Test
  void list_streamsAllUsers() {
    List<Profile> all =
        node.on(
            () -> {
              ReadStream<Profile> stream = node.mesh().client(Users.class).list();
              return Streams.toList(stream);
            });
    assertThat(all).extracting(Profile::id).containsExactly("ada", "grace", "linus");
  }

  @Test
  void client_serviceEnded_showsTheLastProfileAsStale() {
    Users users = UsersClient.of(node.mesh());
    assertThat(ended(users.profile("ada"))).isEqualTo(ADA);
    ended(registration.close());

    assertThat(ended(users.profile("ada"))).isEqualTo(ADA.asStale());
    assertThat(failure(users.profile("grace")).code()).isEqualTo(Code.UNAVAILABLE);
  }

  @Test
  void client_nodeOfTheServiceGone_showsTheLastProfileAsStale() {
    try (Node.Pair pair = Node.pair()) {
      pair.b().serve(Users.class, new MemoryUsers());
      Users users = UsersClient.of(pair.a().mesh());
      await().until(() -> ended(users.profile("ada").map(ADA::equals).otherwise(false)));
      pair.b().close();

      assertThat(ended(users.profile("ada"))).isEqualTo(ADA.asStale());
    }
  }

  @Test
  void client_serviceLate_showsTheLastProfileAsStaleAtTheDeadline() {
    ended(registration.close());
    AtomicBoolean wedged = new AtomicBoolean();
    Users late =
        new MemoryUsers() {
          @Override
          public Future<Profile> profile(String id) {
            return wedged.get() ? Promise.<Profile>promise().future() : super.profile(id);
          }
        };
    node.serve(Users.class, late);
    Users users = UsersClient.of(node.mesh());
    assertThat(ended(users.profile("ada"))).isEqualTo(ADA);
    wedged.set(true);

    assertThat(ended(users.profile("ada"))).isEqualTo(ADA.asStale());
    assertThat(failure(users.profile("grace")).code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    wedged.set(false);
    assertThat(ended(users.profile("ada"))).isEqualTo(ADA);
  }

  @Test
  void client_answerOfTheService_isNotReplaced() {
    Users users = UsersClient.of(node.mesh());
    assertThat(failure(users.profile("bob")).code()).isEqualTo(Code.NOT_FOUND);
    assertThat(failure(users.profile("bob")).code()).isEqualTo(Code.NOT_FOUND);
  }

  private static CallFailure failure(Future<?> call) {
    return catchThrowableOfType(CallFailure.class, () -> ended(call));
  }
}
