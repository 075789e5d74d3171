package app.regrip.windows.abi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.platform.win32.Guid.GUID;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes down what our code believes of the binary interface of Windows: the layout of each
 * structure we declared by hand, each number and each GUID. It is run by a Windows JVM, since a
 * LONG and with it the layout is another one elsewhere; {@link AbiAudit} then holds the beliefs
 * against the headers.
 *
 * <p>One belief a line, with tabs: {@code structure CLASS SIZE}, {@code member CLASS NAME OFFSET
 * SIZE}, {@code number CLASS NAME VALUE}, {@code guid CLASS NAME VALUE}.
 */
public final class AbiFacts {

  private static final Path OURS = Path.of("app", "regrip", "windows");

  private final PrintStream out;

  private AbiFacts(PrintStream out) {
    this.out = out;
  }

  /** {@code AbiFacts CLASSES FACTS}: the folder of the compiled classes, and the file to write. */
  public static void main(String[] arguments) throws Exception {
    try (PrintStream out = new PrintStream(arguments[1], StandardCharsets.UTF_8)) {
      AbiFacts facts = new AbiFacts(out);
      for (Class<?> ours : classes(Path.of(arguments[0]))) {
        facts.write(ours);
      }
    }
  }

  private static List<Class<?>> classes(Path root) throws IOException, ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve(OURS))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name =
            root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
        classes.add(Class.forName(name.substring(0, name.length() - ".class".length())));
      }
    }
    return classes;
  }

  private void write(Class<?> ours) throws ReflectiveOperationException {
    if (Structure.class.isAssignableFrom(ours) && ours.getDeclaredFields().length > 0) {
      writeStructure(ours);
    }
    for (Field field : ours.getDeclaredFields()) {
      int both = Modifier.STATIC | Modifier.FINAL;
      if ((field.getModifiers() & both) == both && !field.isSynthetic()) {
        field.setAccessible(true);
        writeConstant(ours, field.getName(), field.get(null));
      }
    }
  }

  private void writeConstant(Class<?> ours, String name, Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      long bits = ((Number) value).longValue() & 0xFFFFFFFFL;
      line("number", ours.getName(), name, bits);
    } else if (value instanceof Long bits) {
      line("number", ours.getName(), name, bits);
    } else if (value instanceof GUID guid) {
      line("guid", ours.getName(), name, guid.toGuidString().toLowerCase(Locale.ROOT));
    } else if (value instanceof UUID guid) {
      line("guid", ours.getName(), name, "{" + guid + "}");
    } else if (value instanceof String text
        && text.matches("\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}?")) {
      line(
          "guid",
          ours.getName(),
          name,
          "{" + text.replaceAll("[{}]", "").toLowerCase(Locale.ROOT) + "}");
    }
  }

  private void writeStructure(Class<?> ours) throws ReflectiveOperationException {
    Structure structure = make(ours);
    line("structure", ours.getName(), structure.size());
    Method offset = Structure.class.getDeclaredMethod("fieldOffset", String.class);
    offset.setAccessible(true);
    for (Field field : ours.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && Modifier.isPublic(field.getModifiers())) {
        line("member", ours.getName(), field.getName(), offset.invoke(structure, field.getName()));
      }
    }
  }

  private static Structure make(Class<?> ours) throws ReflectiveOperationException {
    for (Constructor<?> constructor : ours.getDeclaredConstructors()) {
      Class<?>[] wanted = constructor.getParameterTypes();
      constructor.setAccessible(true);
      if (wanted.length == 0) {
        return (Structure) constructor.newInstance();
      }
      if (wanted.length == 1 && wanted[0] == Pointer.class) {
        return (Structure) constructor.newInstance(blank());
      }
    }
    throw new NoSuchMethodException(ours.getName() + " cannot be made to look at its layout");
  }

  /** Zeros, since some read at once what they are put over. */
  private static Memory blank() {
    Memory memory = new Memory(1 << 16);
    memory.clear();
    return memory;
  }

  private void line(Object... cells) {
    out.println(String.join("\t", Stream.of(cells).map(Object::toString).toList()));
  }
}
