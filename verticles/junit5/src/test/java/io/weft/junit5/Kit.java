package io.weft.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes inside a test. */
final class Kit {
  private Kit() {}

  static EngineExecutionResults run(Class<?>... types) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> type : types) {
      kit.selectors(selectClass(type));
    }
    return kit.execute();
  }

  static void succeeds(Class<?> type, int tests) {
    EngineExecutionResults results = run(type);
    assertThat(failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
  }

  static String failures(EngineExecutionResults results) {
    StringBuilder all = new StringBuilder();
    results.allEvents().failed().stream()
        .flatMap(
            event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
        .forEach(failure -> all.append(failure).append('\n'));
    return all.toString();
  }
}
