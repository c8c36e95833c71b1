package io.weft.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code weft --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Weft.class.getPackage().getImplementationVersion();
    return new String[] {
      "weft " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()
    };
  }
}
