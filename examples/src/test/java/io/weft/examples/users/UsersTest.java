package io.weft.examples.users;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.examples.Node;
import io.weft.mesh.ClientOptions;
import io.weft.mesh.Registration;
import io.weft.stream.Streams;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
  void lastKnown_serviceDown_givesTheLastReply() {
    ClientOptions options = ClientOptions.defaults().withFilters(List.of(new LastKnown()));
    Users users = node.mesh().client(Users.class, options);
    assertThat(ended(users.profile("ada"))).isEqualTo(ADA);
    ended(registration.close());

    assertThat(ended(users.profile("ada"))).isEqualTo(ADA);
    assertThat(failure(users.profile("grace")).code()).isEqualTo(Code.UNAVAILABLE);
  }

  @Test
  void lastKnown_answerOfTheService_isNotReplaced() {
    ClientOptions options = ClientOptions.defaults().withFilters(List.of(new LastKnown()));
    Users users = node.mesh().client(Users.class, options);
    assertThat(failure(users.profile("bob")).code()).isEqualTo(Code.NOT_FOUND);
    assertThat(failure(users.profile("bob")).code()).isEqualTo(Code.NOT_FOUND);
  }

  private static CallFailure failure(Future<?> call) {
    return catchThrowableOfType(CallFailure.class, () -> ended(call));
  }
}
