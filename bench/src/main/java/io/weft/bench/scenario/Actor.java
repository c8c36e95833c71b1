package io.weft.bench.scenario;

import io.vertx.core.Future;
import io.weft.bench.subject.ClusterNode;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * The process of a server or of the caller. Arguments of a server: {@code server <seed port, 0 for
 * the first> <name> <share of calls that fail>}; of the caller: {@code caller <seed port>}. See
 * {@link Questions} for what the caller answers; a server answers every line with the number of
 * calls it ran.
 */
public final class Actor {
  private static final String CLUSTER = "scenario";

  private Actor() {}

  /** Answers one line. */
  @FunctionalInterface
  interface Answering {
    String answer(String question) throws Exception;
  }

  /**
   * Runs until stdin ends.
   *
   * @param arguments see above
   * @throws Exception when it cannot start
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err); // whatever a library prints must not look like an answer
    List<String> words = List.of(arguments);
    Answering answering =
        words.get(0).equals("server")
            ? server(words.get(1), words.get(2), Double.parseDouble(words.get(3)), answers)
            : caller(words.get(1), answers);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      try {
        answers.println("OK " + answering.answer(line));
      } catch (Exception e) {
        answers.println("ERROR " + e.toString().replace('\n', ' '));
      }
    }
    System.exit(0); // without leaving the cluster, which takes seconds
  }

  private static Mesh join(ClusterNode node, String name) throws Exception {
    return node.onContext(() -> Mesh.join(node.vertx(), MeshOptions.defaults().withName(name)));
  }

  private static Answering server(String seed, String name, double failing, PrintStream answers)
      throws Exception {
    ClusterNode node =
        seed.equals("0") ? ClusterNode.first(CLUSTER) : ClusterNode.join(CLUSTER, seed);
    Mesh mesh = join(node, name);
    LongAdder runs = new LongAdder();
    Work work =
        text -> {
          runs.increment();
          return ThreadLocalRandom.current().nextDouble() < failing
              ? Future.failedFuture(CallFailure.of(Code.UNAVAILABLE, "fails on purpose"))
              : Future.succeededFuture(text);
        };
    node.onContext(() -> mesh.serve(Work.class, work));
    answers.println("READY " + node.port() + " " + mesh.node());
    return question -> Long.toString(runs.sum());
  }

  private static Answering caller(String seed, PrintStream answers) throws Exception {
    ClusterNode node = ClusterNode.join(CLUSTER, seed);
    Questions questions = new Questions(node, join(node, "caller"));
    answers.println("READY caller");
    return questions;
  }
}
