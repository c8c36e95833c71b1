package io.weft.bench.subject;

import java.util.List;

/** All subjects. */
public final class Subjects {
  private Subjects() {}

  /**
   * All subjects, Weft first, then its peers.
   *
   * @return an unmodifiable list
   */
  public static List<Subject> all() {
    return List.of(
        new WeftSubject(),
        new GrpcSubject(),
        new ServiceProxySubject(),
        new EventBusSubject(),
        new NatsSubject(),
        new NetSocketSubject());
  }

  /**
   * The subject of a name.
   *
   * @param name the name
   * @return the subject
   * @throws IllegalArgumentException when there is none
   */
  public static Subject named(String name) {
    for (Subject subject : all()) {
      if (subject.name().equals(name)) {
        return subject;
      }
    }
    throw new IllegalArgumentException(
        "subject: " + name + " (expected: " + String.join(", ", names()) + ")");
  }

  /**
   * The names of all subjects.
   *
   * @return an unmodifiable list
   */
  public static List<String> names() {
    return all().stream().map(Subject::name).toList();
  }
}
