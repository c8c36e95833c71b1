package io.weft.cli;

import io.weft.cli.common.Globals;
import io.weft.node.WeftNode;
import io.weft.node.config.NodeConfig;
import io.weft.node.config.Settings;
import io.weft.node.host.Workload;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code weft run}. */
@Command(
    name = "run",
    description = "Runs a node, with your services on it, until Ctrl-C or SIGTERM.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Each option of a node can also be set by environment and -D:",
      "--port-offset is WEFT_PORT_OFFSET and -Dweft.port.offset. Options win",
      "over -D, -D over the environment.",
      "",
      "Examples:",
      "  weft run --jar shop.jar --service com.shop.CartService",
      "  weft run --port-offset 1 --jar shop.jar --service com.shop.Orders \\",
      "           --instances 2"
    })
final class RunCommand implements Callable<Integer> {
  /** After the grace: leaving the cluster takes some time, more than that is a hang. */
  private static final Duration LEAVE = Duration.ofSeconds(25);

  @ParentCommand private Globals globals;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "A jar with your classes; may be repeated.")
  private @Nullable List<Path> jars;

  @Option(
      names = {"--service", "--verticle"},
      paramLabel = "CLASS",
      description = {
        "A class that implements a contract, or a verticle; may be repeated.",
        "Its constructor takes nothing, the Mesh or the Vertx."
      })
  private @Nullable List<String> classes;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many of each class (default: 1).")
  private int instances;

  @Mixin private NodeOptions options;

  /** For a parent process that wants its nodes to end with it, however it ends. */
  @Option(names = "--end-with-stdin", hidden = true)
  private boolean endWithStdin;

  /**
   * Ends as soon as the node is ready, somewhere out of the way: for the launcher's class archive.
   */
  @Option(names = "--train", hidden = true)
  private boolean train;

  private volatile @Nullable WeftNode running;

  @SuppressWarnings("NullAway.Init")
  RunCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (instances < 1) {
      throw Refusal.usage("--instances: " + instances + "; expected: at least 1");
    }
    if (train) {
      options.aside();
    }
    NodeConfig config =
        NodeConfig.of(Settings.ofProcess(options.given()), Path.of("").toAbsolutePath());
    config.notes().forEach(note -> globals.err().println("weft: " + note));
    if (endWithStdin) {
      watchStdin();
    }
    Workload workload = new Workload(or(jars), or(classes), instances);
    WeftNode node = await(WeftNode.start(config, workload).toCompletionStage());
    running = node;
    Duration patience = config.drainGrace().plus(LEAVE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(patience), "weft-stop"));
    if (!train) {
      await(node.stopped().toCompletionStage());
    }
    return 0;
  }

  private static <T> List<T> or(@Nullable List<T> given) {
    return given == null ? List.of() : new ArrayList<>(given);
  }

  private void stop(Duration patience) {
    WeftNode node = running;
    if (node == null) {
      return;
    }
    try {
      node.stop()
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      System.err.println(
          "weft: the node did not leave within "
              + patience.toSeconds()
              + " s; the others will notice");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T await(CompletionStage<T> stage) throws InterruptedException {
    try {
      return stage.toCompletableFuture().get(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal
          ? refusal
          : Refusal.failure("the node cannot start: " + e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("292 years passed", e);
    }
  }

  /** End of file means that the parent is gone or lets go. */
  private static void watchStdin() {
    Thread watcher =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // As good as the end of file.
                System.exit(0);
              }
              System.exit(0);
            },
            "weft-parent");
    watcher.setDaemon(true);
    watcher.start();
  }
}
