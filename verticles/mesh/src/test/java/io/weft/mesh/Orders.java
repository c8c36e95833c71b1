package io.weft.mesh;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.MeshService;
import io.weft.contract.OneWay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** A contract whose requests are checked. */
@MeshService
public interface Orders {
  /** One line of an order. */
  record Item(@NotBlank String article, @Min(1) @Max(99) int count) {}

  /** An order. */
  record Order(
      @Pattern(regexp = "[A-Z]{2}\\d+") String id,
      @NotEmpty List<@Valid Item> items,
      @Valid Item extra,
      @Size(min = 8) String password) {}

  /** A message without constraints. */
  record Free(String text) {}

  /** One of two. */
  sealed interface Payment permits Cash, Card {}

  /** Without constraints. */
  record Cash(int cents) implements Payment {}

  /** With one. */
  record Card(@Size(min = 4, max = 4) String digits) implements Payment {}

  Future<String> place(Order order);

  Future<String> find(
      @NotBlank String name, @Min(0) int page, Map<@NotBlank String, @Min(1) Integer> limits);

  Future<String> pay(Payment payment);

  Future<String> free(Free message);

  Future<Integer> total(ReadStream<Item> items);

  ReadStream<String> articles(@Size(max = 3) List<String> names);

  @OneWay
  void note(@NotBlank String text);
}
