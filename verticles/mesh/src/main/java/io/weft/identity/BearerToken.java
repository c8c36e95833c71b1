package io.weft.identity;

import io.weft.call.CallFailure;
import io.weft.contract.Code;
import org.jspecify.annotations.Nullable;

/** The {@code Authorization: Bearer …} header of RFC 6750 §2.1. */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /**
   * Takes the token out of a header.
   *
   * @param header the header's value, null when there is none
   * @return the token, null when there is no header
   * @throws CallFailure UNAUTHENTICATED for another scheme, which nobody here could check
   */
  public static @Nullable String of(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw CallFailure.notProcessed(
          Code.UNAUTHENTICATED,
          "the authorization header has another scheme; expected: Bearer and a token");
    }
    return header.substring(SCHEME.length()).strip();
  }
}
