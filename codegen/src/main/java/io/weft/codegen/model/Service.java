package io.weft.codegen.model;

import java.util.List;

/**
 * A service interface.
 *
 * @param java the binary name of the interface
 * @param name the full service name
 * @param version the major version
 * @param generate whether its classes belong to this compilation
 * @param methods in the order of declaration
 */
public record Service(
    String java, String name, int version, boolean generate, List<Method> methods) {
  /**
   * The binary name of a generated class.
   *
   * @param suffix for example {@code Proxy}
   * @return the name
   */
  public String generated(String suffix) {
    return Names.flat(java) + suffix;
  }

  /**
   * A name as the lock file has it: versions from 2 on have numbers of their own.
   *
   * @param proto the name of the service or of a message made for its methods
   * @return {@code name/version}, the name alone in version 1
   */
  public String versioned(String proto) {
    return version == 1 ? proto : proto + "/" + version;
  }
}
