package io.weft.examples;

import static io.weft.examples.Node.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.junit5.Fault;
import io.weft.junit5.Faults;
import io.weft.junit5.MeshNodes;
import io.weft.junit5.MeshTest;
import io.weft.mesh.ClientOptions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of the guide: a service of your own under trouble. */
@MeshTest(nodes = 3)
class GreeterUnderTroubleTest {
  private static final HelloRequest ADA = new HelloRequest("Ada");

  @BeforeEach
  void serve(MeshNodes nodes) {
    nodes.serve(1, Greeter.class, new EnglishGreeter());
  }

  @Test
  void sayHello_oneNodeDies_theOtherAnswers(MeshNodes nodes, Faults faults, Greeter greeter) {
    nodes.serve(2, Greeter.class, new EnglishGreeter());
    faults.kill(1);
    assertThat(ended(greeter.sayHello(ADA)).message()).isEqualTo("Hello, Ada!");
  }

  @Test
  void sayHello_nodeStandsStill_endsInTime(MeshNodes nodes, Faults faults) {
    ClientOptions soon = ClientOptions.defaults().withDeadline(Duration.ofMillis(200));
    Greeter greeter = nodes.mesh(0).client(Greeter.class, soon);
    try (Fault wedge = faults.wedge(1)) {
      CallFailure failure =
          catchThrowableOfType(CallFailure.class, () -> ended(greeter.sayHello(ADA)));
      assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    }
  }
}
