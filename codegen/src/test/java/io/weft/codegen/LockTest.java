package io.weft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers survive every change that old peers survive; all other changes are errors. */
class LockTest {
  private static final String IMPORTS =
      """
      package p;
      import io.vertx.core.*;
      import io.vertx.core.streams.*;
      import io.weft.contract.*;
      import io.weft.contract.access.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      """;
  private static final String SERVICE = "@MeshService interface S { Future<Void> put(R r); }\n";

  @TempDir Path folder;

  private Path lock() {
    return folder.resolve("contracts.lock");
  }

  private Compilation.Result compile(String source, String... options) {
    Compilation compilation =
        Compilation.in(folder).lock(lock()).processOnly().source("p.S", IMPORTS + source);
    for (String option : options) {
      compilation.option(option);
    }
    return compilation.run();
  }

  private Compilation.Result record(String components) {
    return compile(SERVICE + "record R(" + components + ") { }");
  }

  private void accepted(Compilation.Result result) {
    assertThat(result.errors()).isEmpty();
  }

  private void refused(Compilation.Result result, String what, String remedy) throws IOException {
    assertThat(result.errors()).singleElement().asString().contains(what).contains(remedy);
  }

  private String section(String name) throws IOException {
    String text = Files.readString(lock());
    int start = text.indexOf(name + "\n");
    assertThat(start).as(text).isNotNegative();
    int end = text.indexOf("\n\n", start);
    return text.substring(start, end < 0 ? text.length() - 1 : end);
  }

  private void assertRecord(String... lines) throws IOException {
    assertThat(section("message p.R").lines().skip(1).map(String::strip)).containsExactly(lines);
  }

  @Test
  void newComponent_getsTheNextNumber_whereverItStands() throws IOException {
    accepted(record("int a, int b"));
    accepted(record("int c, int a, int d, int b"));
    assertRecord("1 a int32", "2 b int32", "3 c int32", "4 d int32");
  }

  @Test
  void removedComponent_isReserved_andItsNumberNeverUsedAgain() throws IOException {
    accepted(record("int a, String b"));
    accepted(record("int a"));
    assertRecord("1 a int32", "reserved 2 b string");
    accepted(record("int a, String c"));
    assertRecord("1 a int32", "reserved 2 b string", "3 c string");
  }

  @Test
  void removedComponent_thatComesBack_needsItsTag() throws IOException {
    accepted(record("int a, String b"));
    accepted(record("int a"));
    refused(
        record("int a, String b"), "R.b was removed once", "take the old member back with @Tag(2)");
    refused(
        record("int a, @Tag(2) int b"),
        "changes from \"string\" to \"int32\"",
        "under another name");
    accepted(record("int a, @Tag(2) String b"));
    assertRecord("1 a int32", "2 b string");
  }

  @Test
  void renamedComponent_asksForTag_andKeepsItsNumberWithIt() throws IOException {
    accepted(record("int a, String b"));
    refused(record("int a, String c"), "R.c looks like a new name for b, number 2", "@Tag(2)");
    assertRecord("1 a int32", "2 b string");
    accepted(record("int a, @Tag(2) String c"));
    assertRecord("1 a int32", "2 c string");
  }

  @Test
  void removeAndAdd_withTagOfItsOwn_isNoRename() throws IOException {
    accepted(record("int a, String b"));
    accepted(record("int a, @Tag(3) String c"));
    assertRecord("1 a int32", "reserved 2 b string", "3 c string");
  }

  @Test
  void changedType_isAnError() throws IOException {
    accepted(record("int a"));
    refused(record("long a"), "R.a changes from \"int32\" to \"int64\"", "add a new one");
    refused(record("List<Integer> a"), "changes from \"int32\" to \"repeated int32\"", "add a new");
    accepted(record("@Nullable Integer a"));
    accepted(record("short a"));
  }

  @Test
  void newComponent_withoutDefault_isAnError() throws IOException {
    String types = "record P(int x) {}\n";
    accepted(compile(types + SERVICE + "record R(int a) {}"));
    refused(
        compile(types + SERVICE + "record R(int a, P p) {}"),
        "R.p is new and has no default",
        "make it @Nullable or Optional");
    accepted(compile(types + SERVICE + "record R(int a, @Nullable P p) {}"));
    refused(
        compile(types + SERVICE + "record R(int a, P p) {}"),
        "R.p was nullable and is not any more",
        "keep it @Nullable");
  }

  @Test
  void tags_inConflict_areErrors() throws IOException {
    refused(record("@Tag(4) int a, @Tag(4) int b"), "R.b and a both have @Tag(4)", "change one");
    refused(record("@Tag(0) int a"), "R.a has @Tag(0)", "use 1 to 536870911");
    refused(record("@Tag(19500) int a"), "R.a has @Tag(19500)", "without 19000 to 19999");
    refused(record("@Tag(536870912) int a"), "has @Tag(536870912)", "use 1 to 536870911");
    accepted(record("int a, int b"));
    refused(record("@Tag(7) int a, int b"), "peers know it as number 1", "use @Tag(1)");
    refused(
        record("int a, int b, @Tag(2) int c"), "R.c has @Tag(2), which belongs to b", "@Tag(3)");
    accepted(record("int a"));
    refused(record("int a, @Tag(2) int c"), "which belonged to b", "@Tag(3)");
  }

  @Test
  void number_thatIsTagged_isNotGivenToOthers() throws IOException {
    accepted(record("int a, @Tag(2) int b, int c, @Tag(1) int d"));
    assertRecord("1 d int32", "2 b int32", "3 a int32", "4 c int32");
  }

  @Test
  void enumConstants_startAtZero_andKeepTheirNumbers() throws IOException {
    String service = "@MeshService interface S { Future<Void> put(E e); }\n";
    accepted(compile(service + "enum E { A, B }"));
    accepted(compile(service + "enum E { C, B, A }"));
    assertThat(section("enum p.E")).isEqualTo("enum p.E\n  0 A\n  1 B\n  2 C");
    accepted(compile(service + "enum E { C, A }"));
    assertThat(section("enum p.E")).contains("reserved 1 B");
    refused(compile(service + "enum E { C }"), "no constant has the number 0", "keep A");
    accepted(compile(service + "enum E { C, @Tag(0) Z }"));
    assertThat(section("enum p.E")).contains("0 Z");
  }

  @Test
  void methods_keepTheirNumbers_andTheirFlow() throws IOException {
    accepted(compile("@MeshService interface S { Future<Long> a(int x); Future<Void> b(); }"));
    refused(
        compile("@MeshService interface S { ReadStream<Long> a(int x); Future<Void> b(); }"),
        "S.a changes from \"unary p.SARequest -> google.protobuf.Int64Value\"",
        "raise the version of @MeshService");
    refused(
        compile("@MeshService interface S { Future<Integer> a(int x); Future<Void> b(); }"),
        "S.a changes from",
        "add a method with another name");
    refused(
        compile("@MeshService interface S { Future<Long> c(int x); Future<Void> b(); }"),
        "S.c looks like a new name for a, number 1",
        "@Tag(1)");
    accepted(
        compile(
            "@MeshService interface S { @Tag(1) Future<Long> c(int x); Future<Void> b();"
                + " Future<Long> d(); }"));
    assertThat(section("service p.S"))
        .contains("1 c unary p.SCRequest")
        .contains("2 b unary")
        .contains("3 d unary");
  }

  @Test
  void newVersion_startsAfresh() throws IOException {
    accepted(compile("@MeshService interface S { Future<Long> a(int x); }"));
    accepted(compile("@MeshService(version = 2) interface S { Future<Void> a(String x); }"));
    assertThat(section("service p.S/2")).contains("1 a unary");
    assertThat(section("service p.S")).contains("1 a unary");
    assertThat(section("message p.SARequest/2")).contains("1 x string");
  }

  @Test
  void newParameter_isANewField() throws IOException {
    accepted(compile("@MeshService interface S { Future<Long> a(int x); }"));
    accepted(compile("@MeshService interface S { Future<Long> a(String y, int x); }"));
    assertThat(section("message p.SARequest")).contains("1 x int32\n  2 y string");
  }

  @Test
  void frozenLock_thatWouldChange_isAnErrorWithTheLines() throws IOException {
    accepted(record("int a, int b"));
    String before = Files.readString(lock());
    String changed = SERVICE + "record R(int a, String c) {}";
    Compilation.Result result = compile(changed, "-Aweft.lock=frozen");
    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("is frozen and would change", "compile without -Aweft.lock=frozen")
        .contains("- message p.R: 2 b int32")
        .contains("+ message p.R: reserved 2 b int32")
        .contains("+ message p.R: 3 c string");
    assertThat(Files.readString(lock())).isEqualTo(before);
    accepted(compile(SERVICE + "record R(int a, int b) {}", "-Aweft.lock=frozen"));
  }

  @Test
  void frozenLock_thatIsMissing_isAnError() throws IOException {
    Compilation.Result result = compile(SERVICE + "record R(int a) {}", "-Aweft.lock=frozen");
    assertThat(result.errors()).singleElement().asString().contains("+ service p.S");
    assertThat(lock()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "message p.R\\n  1 a int32\\n  1 b int32 | :3: number 1 belongs to a and to b | next free number",
        "message p.R\\n  1 a int32\\n  2 a int32 | :3: a has the numbers 1 and 2 | keep the line",
        "message p.R\\n<<<<<<< HEAD\\n  1 a int32 | :2: cannot read \"<<<<<<< HEAD\" | keep the lines of both",
        "message p.R\\n  a int32 | :2: cannot read \"a int32\" | version control",
        "  1 a int32 | :1: cannot read | version control",
        "message p.R\\n  1 a int32\\nmessage p.R | :3: section \"message p.R\" appears twice | merge",
      })
  void brokenLock_isAnError_thatNamesTheLine(String text, String what, String remedy)
      throws IOException {
    Files.writeString(lock(), text.replace("\\n", "\n"));
    refused(record("int a"), lock() + what, remedy);
  }

  @Test
  void lock_isStable_whenNothingChanges() throws IOException {
    accepted(record("int b, int a"));
    String first = Files.readString(lock());
    accepted(record("int a, int b"));
    assertThat(Files.readString(lock())).isEqualTo(first);
  }

  @Test
  void servicesThatAreNotCompiled_keepTheirEntries() throws IOException {
    accepted(compile("@MeshService interface S { Future<Long> a(int x); }"));
    String before = section("service p.S");
    Compilation.Result other =
        Compilation.in(folder)
            .lock(lock())
            .processOnly()
            .source("p.T", IMPORTS + "@MeshService interface T { Future<Long> b(int x); }")
            .run();
    accepted(other);
    assertThat(section("service p.S")).isEqualTo(before);
    assertThat(section("service p.T")).contains("1 b");
  }

  @Test
  void events_haveNumbers_asMessagesOfContracts() throws IOException {
    accepted(compile("@MeshEvent record R(int a, P p) {} record P(int x) {}"));
    assertRecord("1 a int32", "2 p p.P");
    assertThat(section("message p.P")).contains("1 x int32");
    refused(
        compile("@MeshEvent record R(long a, P p) {} record P(int x) {}"), "R.a changes", "new");
    accepted(compile("@MeshEvent record R(P p) {} record P(int x) {}"));
    assertRecord("reserved 1 a int32", "2 p p.P");
    // Used in a contract from now on: the same section.
    accepted(compile(SERVICE + "@MeshEvent record R(P p, int b) {} record P(int x) {}"));
    assertRecord("reserved 1 a int32", "2 p p.P", "3 b int32");
    assertThat(compile("@MeshEvent record T(int a) {}", "-Aweft.lock=frozen").errors())
        .singleElement()
        .asString()
        .contains("is frozen and would change", "+ message p.T: 1 a int32");
  }

  @Test
  void lock_isNotWritten_whenTheCompilationFails() {
    Compilation.Result result =
        compile("@MeshService interface S { Future<Long> a(int x); Future<Missing> b(); }");
    assertThat(result.success()).isFalse();
    assertThat(lock()).doesNotExist();
  }

  @Test
  void withoutOption_theLockLiesBesideTheBuildFile() throws IOException {
    Files.createFile(folder.resolve("pom.xml"));
    Compilation.in(folder)
        .processOnly()
        .source("p.S", IMPORTS + "@MeshService interface S { Future<Long> a(int x); }")
        .run();
    assertThat(folder.resolve("src/main/weft/contracts.lock")).content().contains("service p.S");
  }

  @Test
  void withoutBuildFile_numbersFollowDeclaration_andANoteSaysSo() {
    Compilation.Result result =
        Compilation.in(folder)
            .processOnly()
            .source("p.S", IMPORTS + "@MeshService interface S { Future<Long> a(int x); }")
            .run();
    accepted(result);
    assertThat(result.notes()).anyMatch(n -> n.contains("-Aweft.lockFile="));
  }
}
