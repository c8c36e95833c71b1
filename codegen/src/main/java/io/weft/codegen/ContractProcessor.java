package io.weft.codegen;

import io.weft.codegen.lock.LockException;
import io.weft.codegen.lock.LockPlace;
import io.weft.codegen.model.ContractError;
import io.weft.codegen.model.Model;
import io.weft.codegen.read.ContractReader;
import io.weft.codegen.read.Env;
import io.weft.codegen.read.Unresolved;
import io.weft.codegen.schema.SchemaFiles;
import io.weft.codegen.source.JavaSources;
import io.weft.contract.MeshEvent;
import io.weft.contract.MeshService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Generates proxies, skeletons, specs, codecs and schemas for interfaces with {@link MeshService},
 * codecs and schemas for types with {@link MeshEvent}.
 *
 * <p>Options: {@code -Aweft.lockFile=<path>} says where the numbers are kept (default: {@code
 * src/main/weft/contracts.lock} beside the build file), {@code -Aweft.lock=frozen} makes a lock
 * file that would change an error. Claims no annotation, so other processors see the same types.
 */
public final class ContractProcessor extends AbstractProcessor {
  private final Set<String> sources = new HashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> waitingEvents = new LinkedHashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Map<String, SchemaFiles.Resource> resources = new TreeMap<>();
  private @Nullable LockPlace lock;
  private boolean failed;

  /** Made by the compiler. */
  public ContractProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(MeshService.class.getName(), MeshEvent.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(LockPlace.FILE, LockPlace.MODE);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        sources.add(type.getQualifiedName().toString());
      }
    }
    for (Element element : round.getElementsAnnotatedWith(MeshService.class)) {
      waiting.add(((TypeElement) element).getQualifiedName().toString());
    }
    for (Element element : round.getElementsAnnotatedWith(MeshEvent.class)) {
      waitingEvents.add(((TypeElement) element).getQualifiedName().toString());
    }
    try {
      if (round.processingOver()) {
        finish(round.errorRaised());
      } else if (waits()) {
        generate();
      }
    } catch (LockException e) {
      failed = true;
      messager().printMessage(Kind.ERROR, e.getMessage());
    } catch (IOException e) {
      failed = true;
      messager().printMessage(Kind.ERROR, "weft: cannot write: " + e);
    }
    return false;
  }

  private boolean waits() {
    return !waiting.isEmpty() || !waitingEvents.isEmpty();
  }

  private Set<TypeElement> elements(Set<String> names) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String name : names) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }

  private void generate() throws IOException {
    Set<TypeElement> contracts = elements(waiting);
    Set<TypeElement> events = elements(waitingEvents);
    Env env =
        new Env(
            processingEnv.getElementUtils(), processingEnv.getTypeUtils(), place().lock(), sources);
    Model model;
    try {
      model = new ContractReader(env, this::report).read(contracts, events);
    } catch (Unresolved e) {
      // Another processor may write the type in this round; if nobody does, javac itself complains.
      return;
    }
    waiting.clear();
    waitingEvents.clear();
    if (failed) {
      return;
    }
    TypeElement first = (contracts.isEmpty() ? events : contracts).iterator().next();
    SchemaFiles files = SchemaFiles.of(model);
    String cycle = files.cycle();
    if (cycle != null) {
      failed = true;
      messager().printMessage(Kind.ERROR, cycle, first);
      return;
    }
    write(model, processingEnv.getElementUtils().getModuleOf(first));
    resources.putAll(files.resources());
  }

  private void write(Model model, @Nullable ModuleElement module) throws IOException {
    Elements elements = processingEnv.getElementUtils();
    Predicate<String> exists =
        name -> {
          String canonical = name.replace('$', '.');
          return module == null
              ? elements.getTypeElement(canonical) != null
              : elements.getTypeElement(module, canonical) != null;
        };
    var files = JavaSources.write(model, exists);
    for (var entry : files.entrySet()) {
      if (written.add(entry.getKey())) {
        Element origin = elements.getTypeElement(entry.getValue().origin().replace('$', '.'));
        Element[] origins = origin == null ? new Element[0] : new Element[] {origin};
        try (Writer out =
            processingEnv.getFiler().createSourceFile(entry.getKey(), origins).openWriter()) {
          out.write(entry.getValue().text());
        }
      }
    }
  }

  private void finish(boolean errors) throws IOException {
    // What still waits names a type that nobody wrote: the compiler says so itself.
    if (failed || errors || waits()) {
      return;
    }
    for (var entry : resources.entrySet()) {
      SchemaFiles.Resource resource = entry.getValue();
      TypeElement origin =
          processingEnv.getElementUtils().getTypeElement(resource.origin().replace('$', '.'));
      Element[] origins = origin == null ? new Element[0] : new Element[] {origin};
      try (OutputStream out =
          processingEnv
              .getFiler()
              .createResource(
                  StandardLocation.CLASS_OUTPUT, "", "META-INF/weft/" + entry.getKey(), origins)
              .openOutputStream()) {
        out.write(resource.content());
      }
    }
    if (lock != null) {
      lock.save(messager());
    }
  }

  private LockPlace place() throws IOException {
    LockPlace place = lock;
    if (place == null) {
      place = LockPlace.find(processingEnv);
      lock = place;
    }
    return place;
  }

  private void report(ContractError error) {
    failed = true;
    messager().printMessage(Kind.ERROR, error.getMessage(), error.at());
  }

  private Messager messager() {
    return processingEnv.getMessager();
  }
}
