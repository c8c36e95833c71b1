package io.weft.node.refusal;

/**
 * Something that cannot be done as asked. The message is for people: what happened, the offending
 * value, what was expected, what to do. Carries no stack trace, since it is not a fault of the
 * code.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, with the exit code and the HTTP status that tell it. */
  public enum Kind {
    /** Something failed that may work another time. */
    FAILURE(1, 500),
    /** The input is wrong: an option, a field, a type. */
    USAGE(2, 400),
    /** The named thing does not exist. */
    NOT_FOUND(3, 404),
    /** No answer in time. */
    TIMEOUT(4, 504),
    /** There, but not fit for work. */
    UNHEALTHY(5, 503);

    private final int exitCode;
    private final int status;

    Kind(int exitCode, int status) {
      this.exitCode = exitCode;
      this.status = status;
    }

    /**
     * How a command ends.
     *
     * @return the exit code, 1 to 5
     */
    public int exitCode() {
      return exitCode;
    }

    /**
     * How the admin API answers.
     *
     * @return the HTTP status
     */
    public int status() {
      return status;
    }

    /**
     * The kind with a name, as the admin API writes it.
     *
     * @param name the constant's name
     * @return the kind, {@link #FAILURE} for names that this version does not know
     */
    public static Kind of(String name) {
      for (Kind kind : values()) {
        if (kind.name().equals(name)) {
          return kind;
        }
      }
      return FAILURE;
    }
  }

  private final Kind kind;

  /**
   * Refuses.
   *
   * @param kind what is wrong
   * @param message for people
   */
  public Refusal(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /**
   * Wrong input.
   *
   * @param message for people
   * @return the refusal
   */
  public static Refusal usage(String message) {
    return new Refusal(Kind.USAGE, message);
  }

  /**
   * A name that means nothing here.
   *
   * @param message for people
   * @return the refusal
   */
  public static Refusal notFound(String message) {
    return new Refusal(Kind.NOT_FOUND, message);
  }

  /**
   * A failure.
   *
   * @param message for people
   * @return the refusal
   */
  public static Refusal failure(String message) {
    return new Refusal(Kind.FAILURE, message);
  }

  /**
   * What is wrong.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The message, never null.
   *
   * @return text for people
   */
  public String message() {
    String text = getMessage();
    return text == null ? "" : text;
  }
}
