package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.bench.subject.Subject;
import io.weft.bench.subject.Subjects;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchTest {
  private static Plan plan(String... args) {
    CommandLine line = Bench.commandLine();
    line.parseArgs(args);
    return ((Bench) line.getCommand()).plan();
  }

  @Test
  void plan_noArguments_allSubjectsAllPoints() {
    Plan plan = plan();
    assertThat(plan.subjects()).extracting(Subject::name).isEqualTo(Subjects.names());
    assertThat(plan.points()).hasSize(7);
    assertThat(plan.pace()).isEqualTo(Plan.Pace.FULL);
    assertThat(plan.profile()).isFalse();
  }

  @Test
  void plan_quick_onlySmallPayload() {
    Plan plan = plan("--quick");
    assertThat(plan.points()).extracting(Point::bytes).containsOnly(100);
    assertThat(plan.pace()).isEqualTo(Plan.Pace.QUICK);
  }

  @Test
  void plan_allOptions_taken() {
    Plan plan =
        plan(
            "--case=unary",
            "--subject=netsocket,grpc-java,netsocket",
            "--in-flight",
            "1,8",
            "--bytes",
            "32",
            "--seconds",
            "0.5",
            "--profile");
    assertThat(plan.subjects()).extracting(Subject::name).containsExactly("netsocket", "grpc-java");
    assertThat(plan.points())
        .containsExactly(new Point(Point.Kind.UNARY, 1, 32), new Point(Point.Kind.UNARY, 8, 32));
    assertThat(plan.pace().measureMillis()).isEqualTo(500);
    assertThat(plan.profile()).isTrue();
  }

  @Test
  void plan_warmUps_mostInFlightFirstAndLongest() {
    assertThat(plan("--in-flight=1,64,8", "--bytes=100").warmUps())
        .containsExactly(
            Map.entry(new Point(Point.Kind.UNARY, 64, 100), 10_000L),
            Map.entry(new Point(Point.Kind.UNARY, 8, 100), 2_000L),
            Map.entry(new Point(Point.Kind.UNARY, 1, 100), 2_000L),
            Map.entry(new Point(Point.Kind.STREAM, 1, 100), 2_000L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--subject=nobody",
        "--in-flight=0",
        "--in-flight=x",
        "--bytes=-1",
        "--seconds=-2",
        "--case=none",
        "-o=xml",
        "--nonsense"
      })
  void execute_wrongArgument_exit2AndSaysWhy(String argument) {
    StringWriter err = new StringWriter();
    CommandLine line = Bench.commandLine().setErr(new PrintWriter(err));
    assertThat(line.execute(argument)).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: weft bench");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wedge --rate=0", "wedge --stopped=-1", "flaky --seconds=0"})
  void execute_scenarioOutOfRange_exit2AndSaysWhy(String arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = Bench.commandLine().setErr(new PrintWriter(err));
    assertThat(line.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("(expected: 1 to ");
  }

  @Test
  void execute_unknownSubject_namesTheKnown() {
    StringWriter err = new StringWriter();
    Bench.commandLine().setErr(new PrintWriter(err)).execute("--subject=nobody");
    assertThat(err.toString())
        .contains("nobody (expected: " + String.join(", ", Subjects.names()) + ")");
  }

  @Test
  void execute_help_exit0AndHidesChild() {
    StringWriter out = new StringWriter();
    assertThat(Bench.commandLine().setOut(new PrintWriter(out)).execute("--help")).isZero();
    assertThat(out.toString())
        .contains("Usage: weft bench [", "--in-flight", "wedge", "flaky", "overload", "deadline")
        .doesNotContain("child");
  }

  @Test
  void points_streamOnly_one() {
    assertThat(Plan.points(List.of(Point.Kind.STREAM), List.of(1, 2), List.of(3)))
        .containsExactly(new Point(Point.Kind.STREAM, 1, 100));
  }
}
