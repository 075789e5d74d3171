import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * Prints what each thread of every Java of this Windows is doing: of the tests, of the tray, of a
 * command. The helper lets nobody look into it, and is only named.
 */
public final class Threads {

  private static final List<String> JAVAS = List.of("java.exe", "regrip.exe", "regriphelper.exe");

  public static void main(String[] arguments) {
    long self = ProcessHandle.current().pid();
    ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self)
        .filter(process -> JAVAS.contains(program(process)))
        .forEach(Threads::print);
  }

  private static String program(ProcessHandle process) {
    String path = process.info().command().orElse("");
    return path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
  }

  private static void print(ProcessHandle process) {
    System.out.println("---- " + program(process) + ", process " + process.pid());
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try (InputStream threads =
          (InputStream)
              machine
                  .getClass()
                  .getSuperclass()
                  .getMethod("remoteDataDump", Object[].class)
                  .invoke(machine, (Object) new Object[0])) {
        threads.transferTo(System.out);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException | ReflectiveOperationException e) {
      System.out.println("It lets nobody look: " + e);
    }
  }
}
