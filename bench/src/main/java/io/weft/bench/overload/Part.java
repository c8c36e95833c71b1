package io.weft.bench.overload;

import io.weft.bench.subject.ClusterNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One process of a scenario. Says {@code READY <port>}, then answers each line on stdin with {@code
 * OK <json>} or {@code ERROR <text>}. Ends when stdin ends.
 */
final class Part {
  private Part() {}

  /** What a process does when it is asked. */
  @FunctionalInterface
  interface Answers {
    /** Answers one question, which has come as words. */
    String answer(List<String> question) throws Exception;
  }

  /**
   * Starts a part.
   *
   * @param args its name, the name of the cluster, the port of another part or 0, and its own
   */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // whatever a library prints must not look like an answer
    ClusterNode node =
        args[2].equals("0") ? ClusterNode.first(args[1]) : ClusterNode.join(args[1], args[2]);
    List<String> own = List.of(args).subList(3, args.length);
    Answers answers =
        switch (args[0]) {
          case "work" -> WorkServer.start(node, own);
          case "load" -> LoadClient.start(node);
          case "first", "second", "third" -> ChainServer.start(node, args[0]);
          case "chain" -> ChainClient.start(node);
          default -> throw new IOException("part: " + args[0]);
        };
    out.println("READY " + node.port());
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      out.println(answer(answers, line));
    }
    System.exit(0); // without leaving any cluster, which takes seconds
  }

  private static String answer(Answers answers, String line) {
    try {
      return "OK " + answers.answer(List.of(line.split(" ")));
    } catch (Exception e) {
      return "ERROR " + e.toString().replace('\n', ' ');
    }
  }
}
