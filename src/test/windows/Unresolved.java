import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Prints the classes in some jars that Java can't verify and link, with why, and the functions and
 * fields of Kotlin that are named there and are in none of the jars.
 */
final class Unresolved {

  private Unresolved() {}

  public static void main(String[] jars) throws IOException {
    List<JarFile> files = new ArrayList<>();
    List<URL> addresses = new ArrayList<>();
    for (String jar : jars) {
      files.add(new JarFile(jar));
      addresses.add(new File(jar).toURI().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(addresses.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Stream.concat(
            files.stream().flatMap(Unresolved::classes).flatMap(name -> unlinkable(name, loader)),
            unknownToKotlin(files))
        .sorted()
        .distinct()
        .forEach(System.out::println);
  }

  private static Stream<String> classes(JarFile jar) {
    return jar.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'));
  }

  /** Asked for its methods, Java links a class, and does not initialize it. */
  private static Stream<String> unlinkable(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader).getDeclaredMethods();
      return Stream.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Stream.of(name + ": " + e.toString().lines().findFirst().orElseThrow());
    }
  }

  private static Stream<String> unknownToKotlin(List<JarFile> jars) {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .importJars(jars).stream()
            .flatMap(from -> from.getAccessesFromSelf().stream())
            .map(JavaAccess::getTarget)
            .filter(target -> target.getOwner().getName().startsWith("kotlin."))
            .filter(target -> target.resolveMember().isEmpty())
            .map(target -> target.getFullName());
  }
}
