package io.weft.cli;

import io.weft.cli.admin.AdminClient;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In whose name a command calls. */
final class CallerOptions {
  /** RFC 6750 §2.1; nothing that could end the header. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = {
        "A token that says who you are; @FILE reads it from a file, which keeps it",
        "out of the list of processes."
      })
  private @Nullable String token;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Call in this name, on a development node that checks no tokens.")
  private @Nullable String name;

  @Option(names = "--role", paramLabel = "ROLE", description = "A role for --as; may be repeated.")
  private @Nullable List<String> roles;

  CallerOptions() {}

  /** The token, null when none is given. */
  @Nullable String token() {
    String text = token;
    if (text != null && text.startsWith("@")) {
      Path file = Path.of(text.substring(1));
      try {
        text = Files.readString(file).strip();
      } catch (IOException e) {
        throw Refusal.usage("--token: cannot read " + file + " (" + e + ")");
      }
    }
    if (text != null && !TOKEN.matcher(text).matches()) {
      throw Refusal.usage(
          "--token: not a token; expected: one word of letters, digits and . _ ~ + / - ="
              + " or @FILE with it");
    }
    return text;
  }

  /** The query of a request, with the name if one is given. */
  String query(String other) {
    StringBuilder query = new StringBuilder(other);
    if (name != null) {
      query.append("&as=").append(AdminClient.escape(name));
    }
    for (String role : roles == null ? List.<String>of() : roles) {
      query.append("&role=").append(AdminClient.escape(role));
    }
    String text = query.toString();
    return text.isEmpty() ? "" : "?" + (text.startsWith("&") ? text.substring(1) : text);
  }

  /** Says how to give a name where one was missed. */
  Refusal explain(Refusal refusal) {
    return token == null && name == null && refusal.message().startsWith("UNAUTHENTICATED: ")
        ? new Refusal(
            refusal.kind(),
            refusal.message()
                + "; say who you are with --token TOKEN or --token @FILE, or with --as NAME"
                + " --role ROLE on a development node that checks no tokens")
        : refusal;
  }
}
