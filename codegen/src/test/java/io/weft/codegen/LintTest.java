package io.weft.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts that cannot work do not compile, and the message says what to do. */
class LintTest {
  private static final String HEAD =
      """
      package p;
      import io.vertx.codegen.annotations.*;
      import io.vertx.core.*;
      import io.vertx.core.buffer.*;
      import io.vertx.core.json.*;
      import io.vertx.core.streams.*;
      import io.weft.contract.*;
      import io.weft.contract.access.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      """;
  private static final String OPEN = "@MeshService interface S {\n";

  @TempDir Path folder;

  static Stream<Arguments> policies() {
    return Stream.of(
        arguments(
            "@Retry Future<Void> m();",
            "m: @Retry on a method that may run once only",
            "@AtLeastOnce"),
        arguments(
            "@Hedge Future<Void> m();",
            "m: @Hedge on a method that may run once only",
            "@ExactlyOnce"),
        arguments(
            "@Maybe @Retry Future<Void> m();",
            "@Retry on a method that may run once",
            "@AtLeastOnce"),
        arguments(
            "@AtLeastOnce @Retry(attempts = 4, attemptMillis = 1500) Future<Void> m();",
            "4 attempts of 1500 ms exceed the deadline of 5000 ms",
            "raise @Deadline to 6000 ms"),
        arguments(
            "@AtLeastOnce @Deadline(millis = 100) @Retry(attemptMillis = 50) Future<Void> m();",
            "3 attempts of 50 ms exceed the deadline of 100 ms",
            "lower @Retry"),
        arguments("@AtLeastOnce @Retry(attempts = 0) Future<Void> m();", "attempts: 0", "1 to 10"),
        arguments(
            "@AtLeastOnce @Retry(attempts = 11) Future<Void> m();", "attempts: 11", "1 to 10"),
        arguments(
            "@AtLeastOnce @Retry(attemptMillis = -1) Future<Void> m();",
            "attemptMillis: -1",
            "0 or more"),
        arguments(
            "@AtLeastOnce @Hedge(afterMillis = -1) Future<Void> m();",
            "afterMillis: -1",
            "0 or more"),
        arguments(
            "@AtLeastOnce @Retry Future<Long> m(ReadStream<Long> in);",
            "method with a request stream",
            "cannot be sent again"),
        arguments("@Deadline(millis = 0) Future<Void> m();", "deadline: 0 ms", "greater than 0"),
        arguments("@OneWay Future<Void> m();", "@OneWay with a result", "return void"),
        arguments("void m();", "m: returns void", "add @OneWay"),
        arguments("@OneWay @AtLeastOnce void m();", "@OneWay and AT_LEAST_ONCE", "drop one"),
        arguments(
            "@AtMostOnce @ExactlyOnce Future<Void> m();",
            "more than one promise",
            "keep one of them"),
        arguments("@Exposed Future<Void> m();", "@Exposed without saying to whom", "@Public"),
        arguments("@Exposed @Allow({}) Future<Void> m();", "@Allow without roles", "@Public"),
        arguments(
            "@Exposed @Public @Allow(\"a\") Future<Void> m();",
            "both @Allow and @Public",
            "keep one"));
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        arguments(
            "Future<Long> m(ReadStream<Long> in, int x);",
            "ReadStream beside other",
            "only parameter"),
        arguments(
            "ReadStream<Long> m(int x, ReadStream<Long> in);",
            "ReadStream beside other",
            "first item"),
        arguments(
            "@OneWay void m(ReadStream<Long> in);", "ReadStream beside other", "only parameter"),
        arguments(
            "Future<Long> m(int a); Future<Long> m(long a);", "overloads of m", "name of its own"),
        arguments("<T> Future<T> m();", "generic method m", "name the types"),
        arguments("int m();", "returns int", "Future<T>"),
        arguments("Future m();", "raw type io.vertx.core.Future", "name what it holds"),
        arguments("Future<?> m();", "wildcard", "name the type"),
        arguments("Future<Long> m(int... a);", "variable arguments", "use List"),
        arguments("Future<Long> m(ReadStream<Void> a);", "a stream of Void", "type of its items"),
        arguments(
            "Future<Long> aB(); Future<Long> a_b();", "differ in spelling only", "rename one"),
        arguments("Future<Long> größe();", "name größe", "letters a to z"),
        arguments(
            "Future<Long> m(int userId, int user_id);", "one field in protobuf", "rename one"),
        arguments(
            "Future<Long> m(int a1, int a_1);", "one field in protobuf or JSON", "rename one"));
  }

  static Stream<Arguments> types() {
    return Stream.of(
        arguments("Object a", "class java.lang.Object", "use a record"),
        arguments("Runnable a", "interface java.lang.Runnable", "use a record"),
        arguments("int[] a", "array int[]", "only byte[] is allowed"),
        arguments("String[] a", "array String[]", "use List"),
        arguments("List a", "raw type", "List<String>"),
        arguments("List<? extends Number> a", "wildcard", "name the type"),
        arguments(
            "List<List<String>> a",
            "nested collection List<String>",
            "wrap the inner one in a record"),
        arguments("Map<String, List<String>> a", "nested collection", "in a record"),
        arguments("Optional<Optional<String>> a", "nested collection", "in a record"),
        arguments("Optional<List<String>> a", "nested collection", "in a record"),
        arguments("Map<Double, String> a", "map key java.lang.Double", "an enum as key"),
        arguments("Set<byte[]> a", "a Set of bytes", "use List"),
        arguments("@Nullable int a", "int is never null", "boxed type"),
        arguments("@Nullable List<String> a", "a null collection", "drop @Nullable"),
        arguments("@Nullable Optional<String> a", "Optional is never null", "drop @Nullable"),
        arguments("List<@Nullable String> a", "@Nullable inside", "leave the element out"),
        arguments("Collection<String> a", "java.util.Collection", "use List or Set"),
        arguments("ArrayList<String> a", "java.util.ArrayList", "use List"),
        arguments("OptionalInt a", "java.util.OptionalInt", "Optional<Integer>"),
        arguments("Date a", "java.util.Date", "Instant"),
        arguments("Generic<String> a", "generic type p.Generic", "a record for each use"),
        arguments("Half a", "@DataObject p.Half", "constructor (JsonObject)"),
        arguments("Mixed a", "Other is not a record", "permit records"),
        arguments("Nothing a", "enum without constants", "add one"),
        arguments("Outer a", "private type p.Outer.Hidden", "visible in its package"),
        arguments("Sealed a", "sealed class p.Sealed", "sealed interface"));
  }

  private static final String TYPES =
      """
      record Generic<T>(T value) {}
      @DataObject class Half { Half(JsonObject json) {} }
      sealed interface Mixed permits One, Other {}
      record One() implements Mixed {}
      final class Other implements Mixed {}
      enum Nothing {}
      record Outer(Hidden hidden) { private record Hidden(int a) {} }
      sealed abstract class Sealed permits Only {}
      final class Only extends Sealed {}
      """;

  @ParameterizedTest
  @MethodSource({"policies", "shapes"})
  void method_thatCannotWork_isAnErrorWithRemedy(String method, String what, String remedy) {
    assertError(OPEN + method + "\n}", what, remedy);
  }

  @ParameterizedTest
  @MethodSource("types")
  void type_thatCannotTravel_isAnErrorWithRemedy(String parameter, String what, String remedy) {
    assertError(OPEN + "Future<Void> m(" + parameter + ");\n}\n" + TYPES, what, remedy);
    assertError(
        OPEN + "Future<Void> m(R r);\n}\nrecord R(" + parameter + ") {}\n" + TYPES, what, remedy);
    assertError("@MeshEvent record R(" + parameter + ") {}\n" + TYPES, what, remedy);
  }

  static Stream<Arguments> declarations() {
    return Stream.of(
        arguments("@MeshService class S {}", "S, which is no interface", "annotate an interface"),
        arguments("@MeshService interface S<T> {}", "generic service S", "without type variables"),
        arguments(
            "@MeshService(\"a b\") interface S {}", "service name \"a b\"", "letters, digits"),
        arguments("@MeshService(version = 0) interface S {}", "version: 0", "1 or more"),
        arguments(
            "@MeshService(\"x.S\") interface A {} @MeshService(\"x.S\") interface B {}",
            "service x.S is declared by p.A too",
            "another name"),
        arguments(
            OPEN + "Future<Void> m(SMRequest a, int b); } record SMRequest(int a) {}",
            "your class p.SMRequest have the same name",
            "rename one"),
        arguments(
            OPEN + "Future<Void> m(int b); } class SMRequest {}",
            "your class p.SMRequest have the same name",
            "rename one"),
        arguments(
            OPEN + "Future<Void> m(A a); } record A(List<B> b) {} record B(List<A> a) {}",
            "p.A.proto -> p.B.proto -> p.A.proto import each other",
            "nest these types"),
        arguments(
            OPEN + "Future<Void> m(A a); record N(int x) {} } record A(S.N n) {}",
            "import each other",
            "move a type that is nested in a service interface out of it"),
        arguments(
            OPEN + "Future<Void> m(A a, S_A b); record A(int x) {} } record S_A(int x) {}",
            "p.S$A and p.S_A would both be the protobuf message p.S_A",
            "rename one"),
        arguments(
            "@MeshService @Retry interface S { Future<Void> m(); }",
            "m: @Retry on a method that may run once only",
            "@AtLeastOnce"),
        arguments(
            "@MeshService @Exposed interface S { Future<Void> m(); }",
            "m: @Exposed without saying to whom",
            "@Public"),
        arguments(
            "@MeshService @Maybe @AtLeastOnce interface S { Future<Void> m(); }",
            "S: more than one promise",
            "keep one"));
  }

  static Stream<Arguments> events() {
    return Stream.of(
        arguments("@MeshEvent class E {}", "@MeshEvent on E, which is neither", "make it a record"),
        arguments(
            "@MeshEvent sealed abstract class E {} final class F extends E {}",
            "@MeshEvent on E, which is neither",
            "make it a sealed interface of records"),
        arguments(
            "@MeshEvent interface E {}",
            "@MeshEvent on E, which is neither",
            "make it a sealed interface of records"),
        arguments(
            "@MeshEvent enum E { A }",
            "@MeshEvent on E, which is neither",
            "publish a record that holds it"),
        arguments("@MeshEvent @interface E {}", "@MeshEvent on E, which", "annotate a record"),
        arguments(
            "@MeshEvent record E<T>(T value) {}",
            "@MeshEvent: generic type p.E",
            "write a record for each use"),
        arguments(
            "class Outer2 { @MeshEvent private record E(int a) {} }",
            "@MeshEvent: private type p.Outer2.E",
            "make it visible in its package"),
        arguments(
            "@MeshEvent sealed interface E {} final class F implements E {}",
            "E permits F: F is not a record",
            "permit records"),
        arguments(
            "@MeshEvent record A(List<B> b) {} record B(List<A> a) {}",
            "p.A.proto -> p.B.proto -> p.A.proto import each other",
            "nest these types"),
        arguments(
            "@MeshEvent record E(int a1, int a_1) {}",
            "one field in protobuf or JSON",
            "rename one"));
  }

  @ParameterizedTest
  @MethodSource({"declarations", "events"})
  void declaration_thatCannotWork_isAnErrorWithRemedy(String source, String what, String remedy) {
    assertError(source, what, remedy);
  }

  @Test
  void errors_areReported_allAtOnceAndAtTheirLines() {
    Compilation.Result result =
        compile(OPEN + "void a();\nFuture<Object> b();\nFuture<R> c();\n}\nrecord R(int[] x) {}");
    assertThat(result.errors()).hasSize(3);
    int first = HEAD.split("\n").length + 2;
    assertThat(result.errors())
        .anyMatch(e -> e.contains("S.java:" + first + ": a: returns void"))
        .anyMatch(e -> e.contains("S.java:" + (first + 1) + ": b: class java.lang.Object"))
        .anyMatch(e -> e.contains("S.java:" + (first + 4) + ": R.x: array int[]"));
  }

  @Test
  void typeLevelRetry_onMethodsThatSayOnce_isIgnored() {
    Compilation.Result result =
        compile(
            "@MeshService @AtLeastOnce @Retry(attempts = 5) interface S {"
                + " @AtMostOnce Future<Void> a(); @OneWay void b();"
                + " Future<Long> c(ReadStream<Long> in); }");
    assertThat(result.errors()).isEmpty();
  }

  @Test
  void defaultStaticAndPrivateMethods_areIgnored() {
    Compilation.Result result =
        compile(
            OPEN
                + "Future<Void> a(int x); default Object a() { return b(); }"
                + " private Object b() { return c(); } static Object c() { return 1; } }");
    assertThat(result.errors()).isEmpty();
  }

  @Test
  void proxyGenBesideMeshService_isAllowed() {
    assertThat(compile("@ProxyGen " + OPEN + "Future<Void> a(int x); }").errors()).isEmpty();
  }

  private Compilation.Result compile(String source) {
    return Compilation.in(folder).source("p.S", HEAD + source).processOnly().run();
  }

  private void assertError(String source, String what, String remedy) {
    List<String> errors = compile(source).errors();
    assertThat(errors).anyMatch(e -> e.contains(what) && e.contains(remedy));
  }
}
