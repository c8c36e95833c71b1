package io.weft.node.host;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.mesh.Mesh;
import io.weft.mesh.Registration;
import io.weft.node.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Serves one instance of a user's class on the context that Vert.x gave it. */
public final class HostedService implements Deployable {
  private final Mesh mesh;
  private final UserClass type;
  private final List<Registration> registrations = new ArrayList<>();

  private HostedService(Mesh mesh, UserClass type) {
    this.mesh = mesh;
    this.type = type;
  }

  /**
   * Loads and checks classes, before anything starts.
   *
   * @param workload what to run
   * @param jars where classes are
   * @return the classes, in order
   * @throws Refusal naming the class when one cannot be run
   */
  public static List<UserClass> resolve(Workload workload, UserJars jars) {
    List<UserClass> classes = workload.classes().stream().map(jars::load).toList();
    classes.forEach(UserClass::check);
    return classes;
  }

  /**
   * Runs a class.
   *
   * @param vertx where
   * @param mesh what services join
   * @param type the class
   * @param instances how many
   * @return the deployment's id, when all are served
   */
  public static Future<String> deploy(Vertx vertx, Mesh mesh, UserClass type, int instances) {
    DeploymentOptions options =
        new DeploymentOptions()
            .setInstances(instances)
            .setClassLoader(type.type().getClassLoader());
    return vertx
        .deployVerticle(() -> deployable(vertx, mesh, type), options)
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof Refusal
                        ? cause
                        : Refusal.failure(type.type().getName() + " does not start: " + cause)));
  }

  private static Deployable deployable(Vertx vertx, Mesh mesh, UserClass type) {
    if (!type.deployable()) {
      return new HostedService(mesh, type);
    }
    Object instance = type.create(mesh, vertx);
    return (Deployable) instance;
  }

  @Override
  public Future<?> deploy(Context context) {
    Object instance = type.create(mesh, context.owner());
    List<Future<Registration>> served = new ArrayList<>();
    for (Class<?> contract : type.contracts()) {
      served.add(serve(contract, instance).onSuccess(registrations::add));
    }
    return Future.all(served);
  }

  private <T> Future<Registration> serve(Class<T> contract, Object instance) {
    return mesh.serve(contract, contract.cast(instance));
  }

  @Override
  public Future<?> undeploy(Context context) {
    return Future.all(registrations.stream().map(Registration::close).toList());
  }
}
