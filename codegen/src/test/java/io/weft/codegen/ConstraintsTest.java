package io.weft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jakarta.validation asks of parameters goes with them into the class that holds them. */
class ConstraintsTest {
  private static final String CONSTRAINT =
      """
      @Retention(RetentionPolicy.RUNTIME)
      @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
      """;

  @TempDir Path folder;
  private Compilation compilation;

  private void library(String name, String head, String body) {
    String owner = name.substring(0, name.lastIndexOf('.'));
    String simple = name.substring(owner.length() + 1);
    compilation.source(
        name,
        "package %s; import java.lang.annotation.*; %s public @interface %s {%s}"
            .formatted(owner, head, simple, body));
  }

  /** The processor knows the annotations by name, so these stand for the real ones. */
  @BeforeEach
  void annotations() {
    compilation = Compilation.in(folder).lock(folder.resolve("lock"));
    library("jakarta.validation.Constraint", "@Retention(RetentionPolicy.RUNTIME)", "");
    library("jakarta.validation.Valid", CONSTRAINT, "");
    String mark = "@jakarta.validation.Constraint " + CONSTRAINT;
    library("jakarta.validation.constraints.NotNull", mark, "");
    library("jakarta.validation.constraints.NotBlank", mark, "");
    library(
        "jakarta.validation.constraints.Pattern",
        mark + "@Repeatable(Pattern.List.class)",
        """
        enum Flag { DOTALL, COMMENTS }
        String regexp(); Flag[] flags() default {}; Class<?>[] groups() default {};
        %s @interface List { Pattern[] value(); }
        """
            .formatted(CONSTRAINT));
    library("p.Own", mark, "long value();");
    library("p.Other", CONSTRAINT, "");
  }

  private Compilation.Result contract(String methods) {
    return compilation
        .source(
            "p.S",
            """
            package p;
            import io.vertx.core.*;
            import io.vertx.core.streams.*;
            import io.weft.contract.*;
            import io.weft.contract.access.*;
            import jakarta.validation.*;
            import jakarta.validation.constraints.*;
            import java.util.*;
            @MeshService interface S {
              record Item(@NotBlank String name) {}
              %s
            }
            """
                .formatted(methods))
        .run();
  }

  @Test
  void parameters_keepTheirConstraints() {
    Compilation.Result result =
        contract(
            """
            Future<Void> m(
                @Pattern(regexp = "a.b\\\\\\"c", flags = {Pattern.Flag.DOTALL, Pattern.Flag.COMMENTS})
                String text,
                @Own(5_000_000_000L) @Other int number,
                @Pattern(regexp = "x", groups = Item.class) @Pattern(regexp = "y") String both,
                @Valid Item item,
                @NotNull List<@NotBlank String> names,
                Map<@NotBlank String, @Valid Item> byName,
                Optional<@Own(1) Long> maybe,
                String free);
            """);
    assertThat(result.errors()).isEmpty();
    String carrier = result.texts().get("SMRequest.java").replaceAll("\\s+", " ");
    assertThat(carrier)
        .contains(
            "@jakarta.validation.constraints.Pattern(regexp = \"a.b\\\\\\\"c\", flags ="
                + " {jakarta.validation.constraints.Pattern.Flag.DOTALL,"
                + " jakarta.validation.constraints.Pattern.Flag.COMMENTS}) final String text;")
        .contains("@p.Own(value = 5000000000L) final int number;")
        .contains("Pattern(regexp = \"x\", groups = {p.S.Item.class})")
        .contains("Pattern(regexp = \"y\")")
        .contains("@jakarta.validation.Valid final S.Item item;")
        .contains(
            "@jakarta.validation.constraints.NotNull final"
                + " List<@jakarta.validation.constraints.NotBlank String> names;")
        .contains(
            "final Map<@jakarta.validation.constraints.NotBlank String,"
                + " S.@jakarta.validation.Valid Item> byName;")
        .contains("final Optional<@p.Own(value = 1L) Long> maybe;")
        .contains("; final String free;")
        .doesNotContain("Other");
  }

  @Test
  void recordAsParameter_isTheRequestItself() {
    assertThat(contract("Future<Void> m(@Valid @NotNull Item item);").errors()).isEmpty();
    assertThat(contract("Future<Void> n(ReadStream<@Valid Item> items);").errors()).isEmpty();
  }

  @Test
  void constraintsThatNothingWouldCheck_areErrors() {
    assertThat(contract("Future<Void> m(@Own(1) Item item);").errors())
        .singleElement()
        .asString()
        .contains("m: constraints on a parameter that is the whole request")
        .contains("remedy: put them on a record or its components");
    assertThat(contract("Future<Void> n(ReadStream<@Own(1) Integer> items);").errors())
        .singleElement()
        .asString()
        .contains("n: constraints on the items of a stream");
  }
}
