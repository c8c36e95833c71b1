package io.weft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contracts that use types of other modules, of other processors, and of the compilation before.
 */
class ModulesTest {
  private static final String IMPORTS =
      """
      import io.vertx.core.*;
      import io.weft.contract.*;
      import io.weft.contract.access.*;
      import org.jspecify.annotations.Nullable;
      """;
  private static final String MONEY =
      "package a; import io.weft.contract.Tag; import org.jspecify.annotations.Nullable;"
          + " public record Money(@Tag(3) long cents, @Nullable Unit unit)"
          + " { public enum Unit { EUR, USD } }";
  private static final String PAY =
      "package b;\n"
          + IMPORTS
          + "@MeshService public interface Pay { Future<a.Money> pay(a.Money m, a.Money.Unit u); }";

  @TempDir Path folder;

  private Path lock(String module) {
    return folder.resolve(module + ".lock");
  }

  private Compilation module(String name) {
    return Compilation.in(folder.resolve(name)).lock(lock(name));
  }

  @Test
  void recordWithCodec_inAnotherModule_isReusedWithItsNumbers() throws Exception {
    Compilation.Result one =
        module("one")
            .source("a.Money", MONEY)
            .source(
                "a.Bank",
                "package a;\n"
                    + IMPORTS
                    + "@MeshService public interface Bank { Future<Money> get(); }")
            .run();
    assertCompiled(one);
    Compilation.Result two = module("two").library(one.classes()).source("b.Pay", PAY).run();
    assertCompiled(two);
    assertThat(two.texts()).doesNotContainKeys("MoneyCodec.java", "Foreign_a_MoneyCodec.java");
    assertThat(two.texts().get("PayPayRequestCodec.java")).contains("import a.MoneyCodec;");
    assertThat(two.texts().get("a.Money.proto")).isEqualTo(one.texts().get("a.Money.proto"));
    assertThat(two.texts().get("a.Money.proto"))
        .contains("int64 cents = 3;")
        .contains("optional Money_Unit unit = 1;");
    assertThat(Files.readString(lock("two"))).doesNotContain("message a.Money");
  }

  @Test
  void recordWithoutCodec_inAnotherModule_getsACodecBesideTheContract() throws Exception {
    Compilation.Result one = module("one").withoutProcessor().source("a.Money", MONEY).run();
    Compilation.Result two = module("two").library(one.classes()).source("b.Pay", PAY).run();
    assertCompiled(two);
    assertThat(two.texts())
        .containsKeys("Foreign_a_MoneyCodec.java", "Foreign_a_Money_UnitCodec.java");
    assertThat(two.texts().get("Foreign_a_MoneyCodec.java")).contains("package b;");
    assertThat(Files.readString(lock("two"))).contains("message a.Money");
  }

  @Test
  void recordOfTheSameModule_compiledBefore_isReused() {
    assertThat(module("one").source("a.Money", MONEY).source("b.Pay", PAY).run().errors())
        .isEmpty();
    Compilation.Result again =
        module("one").library(folder.resolve("one/target/classes")).source("b.Pay", PAY).run();
    assertCompiled(again);
    assertThat(again.texts().get("PaySpecs.java")).contains("import a.MoneyCodec;");
  }

  @Test
  void secondCompilation_overTheOutputOfTheFirst_givesTheSame() {
    Compilation.Result one = module("one").source("a.Money", MONEY).source("b.Pay", PAY).run();
    var texts = one.texts();
    Compilation.Result again =
        module("one").library(one.classes()).source("a.Money", MONEY).source("b.Pay", PAY).run();
    assertCompiled(again);
    assertThat(again.texts()).isEqualTo(texts);
  }

  /** Writes {@code b.Made} in the first round. */
  @SupportedAnnotationTypes("*")
  private static final class Maker extends AbstractProcessor {
    private boolean done;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("b.Made").openWriter()) {
          out.write("package b; public record Made(int x) {}");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  @Test
  void recordOfAnotherProcessor_isWaitedFor() {
    Compilation.Result result =
        module("one")
            .with(new Maker())
            .source(
                "b.S",
                "package b;\n"
                    + IMPORTS
                    + "@MeshService interface S { Future<Made> m(java.util.List<Made> all); }")
            .run();
    assertCompiled(result);
    assertThat(result.texts()).containsKeys("SSpecs.java", "MadeCodec.java", "b.S.proto");
  }

  @Test
  void event_ofAnotherModule_keepsItsCodecNumbersAndDescriptors() throws Exception {
    String price =
        "package a; import io.weft.contract.*; @MeshEvent"
            + " public record Price(@Tag(3) Money money) {}";
    Compilation.Result one = module("one").source("a.Money", MONEY).source("a.Price", price).run();
    assertCompiled(one);
    assertThat(one.texts())
        .containsKeys("PriceCodec.java", "MoneyCodec.java", "a.Price.proto", "a.Money.proto");
    assertThat(one.classes().resolve("META-INF/weft/a.Price.desc")).exists();
    assertThat(one.classes().resolve("META-INF/weft/a.Money.desc")).doesNotExist();
    String pay =
        "package b;\n"
            + IMPORTS
            + "@MeshService interface Pay { Future<Void> pay(a.Price p); }"
            + " @MeshEvent record Paid(a.Price price) {}";
    Compilation.Result two = module("two").library(one.classes()).source("b.Pay", pay).run();
    assertCompiled(two);
    assertThat(two.texts()).doesNotContainKeys("PriceCodec.java", "MoneyCodec.java");
    assertThat(two.texts().get("PaidCodec.java")).contains("import a.PriceCodec;");
    assertThat(two.texts().get("a.Price.proto")).isEqualTo(one.texts().get("a.Price.proto"));
    assertThat(two.classes().resolve("META-INF/weft/a.Price.desc")).doesNotExist();
    assertThat(
            Descriptors.of(Files.readAllBytes(two.classes().resolve("META-INF/weft/b.Paid.desc"))))
        .containsKeys("b.Paid", "a.Price", "a.Money");
    assertThat(Files.readString(lock("two")))
        .contains("message b.Paid")
        .doesNotContain("a.Money\n");
  }

  @Test
  void event_whoseTypesWereCompiledBefore_reusesThem() throws Exception {
    String price = "package b; @io.weft.contract.MeshEvent record Price(a.Money money) {}";
    Compilation.Result all = module("one").source("a.Money", MONEY).source("b.Price", price).run();
    assertCompiled(all);
    byte[] before = Files.readAllBytes(all.classes().resolve("META-INF/weft/b.Price.desc"));
    String numbers = Files.readString(lock("one"));
    Compilation.Result again =
        module("one").library(folder.resolve("one/target/classes")).source("b.Price", price).run();
    assertCompiled(again);
    assertThat(again.classes().resolve("META-INF/weft/b.Price.desc")).hasBinaryContent(before);
    assertThat(Files.readString(lock("one"))).isEqualTo(numbers);
  }

  @Test
  void event_withTypeOfAnotherProcessor_isWaitedFor() {
    Compilation.Result result =
        module("one")
            .with(new Maker())
            .source("b.E", "package b; @io.weft.contract.MeshEvent record E(Made made) {}")
            .run();
    assertCompiled(result);
    assertThat(result.texts()).containsKeys("ECodec.java", "MadeCodec.java", "b.E.proto");
  }

  @Test
  void namedModule_withoutJavaCompiler_compilesGeneratedCode() {
    Compilation.Result result =
        module("one")
            .option("--add-reads")
            .option("demo=ALL-UNNAMED")
            .source("module-info", "module demo { }")
            .source(
                "b.S",
                "package b;\n" + IMPORTS + "@MeshService interface S { Future<Long> m(int x); }")
            .run();
    assertCompiled(result);
    assertThat(result.texts().get("SProxy.java")).doesNotContain("@Generated");
  }

  @Test
  void oldRuntime_doesNotCompile() throws Exception {
    Path old = folder.resolve("old");
    Compilation.Result contract =
        Compilation.in(old)
            .withoutProcessor()
            .source(
                "io.weft.call.Contract",
                "package io.weft.call; public interface Contract<T> { int RUNTIME_0 = 0; }")
            .run();
    Compilation.Result two =
        module("two")
            .library(contract.classes())
            .source(
                "b.S", "package b;\n" + IMPORTS + "@MeshService interface S { Future<Void> m(); }")
            .run();
    assertThat(two.errors()).anyMatch(e -> e.contains("RUNTIME_1"));
  }

  private static void assertCompiled(Compilation.Result result) {
    assertThat(result.errors()).isEmpty();
    assertThat(result.success()).as(result.notes().toString()).isTrue();
  }
}
