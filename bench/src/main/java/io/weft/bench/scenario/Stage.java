package io.weft.bench.scenario;

import io.vertx.core.json.JsonObject;
import io.weft.bench.process.Child;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Servers and one caller, each a process of its own in one cluster. Used by one thread. */
public final class Stage implements AutoCloseable {
  private final List<Server> servers = new ArrayList<>();
  private final Child caller;

  /**
   * A server.
   *
   * @param child its process
   * @param node its id in the mesh
   */
  public record Server(Child child, String node) {}

  private Stage(List<Double> failing) throws IOException {
    List<Child> started = new ArrayList<>();
    try {
      String seed = "0";
      for (double share : failing) {
        String name = "server-" + servers.size();
        List<String> arguments = List.of("server", seed, name, Double.toString(share));
        Child child = Child.start(name, Actor.class, arguments, null);
        started.add(child);
        String[] words = child.ready().split(" ");
        seed = seed.equals("0") ? words[0] : seed;
        servers.add(new Server(child, words[1]));
      }
      caller = Child.start("caller", Actor.class, List.of("caller", seed), null);
      started.add(caller);
      caller.ready();
      caller.ask("await " + servers.size());
    } catch (IOException e) {
      started.forEach(Child::close);
      throw e;
    }
  }

  /**
   * Starts servers and a caller that knows them all.
   *
   * @param failing for each server the share of its calls that fail, 0 to 1
   * @return the stage
   * @throws IOException when a process does not start
   */
  public static Stage open(List<Double> failing) throws IOException {
    return new Stage(failing);
  }

  /**
   * The servers.
   *
   * @return in the order of their start; the first one is the oldest member of the cluster
   */
  public List<Server> servers() {
    return List.copyOf(servers);
  }

  /**
   * Asks the caller.
   *
   * @param question see {@link Questions}
   * @return its figures so far
   * @throws IOException when it does not answer
   */
  public JsonObject ask(String question) throws IOException {
    return new JsonObject(caller.ask(question));
  }

  /**
   * Sends a signal to a server.
   *
   * @param server whom
   * @param signal for example {@code STOP}
   * @throws IOException when it cannot be sent
   */
  public static void signal(Server server, String signal) throws IOException {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(server.child().pid()))
              .inheritIO()
              .start();
      if (kill.waitFor() != 0) {
        throw new IOException("kill -" + signal + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Lets time pass.
   *
   * @param millis how much
   */
  public static void pause(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    caller.end();
    servers.forEach(server -> server.child().end());
    caller.close();
    servers.forEach(server -> server.child().close());
  }
}
