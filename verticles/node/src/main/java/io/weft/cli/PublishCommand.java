package io.weft.cli;

import io.vertx.core.json.JsonObject;
import io.weft.cli.admin.AdminClient;
import io.weft.cli.common.Globals;
import io.weft.node.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code weft publish}. */
@Command(
    name = "publish",
    description = "Publishes an event on a topic.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The event takes the type that subscribers of the topic expect; without",
      "subscribers it is free JSON.",
      "",
      "Examples:",
      "  weft publish news.local '{\"text\":\"hello\"}'",
      "  weft publish news.local '\"hello\"'"
    })
final class PublishCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @ParentCommand private Globals globals;

  @Parameters(index = "0", paramLabel = "TOPIC", description = "A topic, without wildcards.")
  private String topic;

  @Parameters(index = "1", paramLabel = "JSON", description = "The event.")
  private String value;

  @Option(
      names = "--type",
      paramLabel = "NAME",
      description = "The full protobuf name of the event's type.")
  private @Nullable String type;

  @SuppressWarnings("NullAway.Init")
  PublishCommand() {}

  @Override
  public Integer call() {
    if (topic.isBlank()) {
      throw Refusal.usage("\"" + topic + "\" is no topic; expected: a name like news.local");
    }
    String path =
        "/publish/"
            + AdminClient.escape(topic)
            + (type == null ? "" : "?type=" + AdminClient.escape(type));
    JsonObject answer = (JsonObject) globals.admin().post(path, value, PATIENCE);
    if (globals.output() == Globals.Output.json) {
      globals.out().println(answer.encode());
    } else {
      globals
          .err()
          .println(
              "published on "
                  + topic
                  + " as "
                  + answer.getString("type")
                  + ", subscriptions: "
                  + answer.getInteger("subscriptions"));
    }
    return 0;
  }
}
