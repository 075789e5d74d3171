package app.regrip.windows.servicing;

import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The fixed command line of a servicing program.
 *
 * @param program by its absolute path
 */
record ServicingCommand(Path program, List<String> arguments) {

  /** Where {@link RepairSource} says its image may lie, best first. */
  private static final List<String> IMAGES =
      List.of("sources\\install.wim", "sources\\install.esd", "install.wim", "install.esd");

  /**
   * @param exists tells which files there are
   */
  static ServicingCommand of(Program program, Path system32, Predicate<String> exists) {
    if (program instanceof Program.DismCheckHealth) {
      return dism(system32, "/CheckHealth");
    }
    if (program instanceof Program.DismScanHealth) {
      return dism(system32, "/ScanHealth");
    }
    if (program instanceof Program.DismRestoreHealth restore) {
      return restore
          .source()
          .map(source -> dism(system32, "/RestoreHealth", argument(source, exists), "/LimitAccess"))
          .orElseGet(() -> dism(system32, "/RestoreHealth"));
    }
    return new ServicingCommand(system32.resolve("sfc.exe"), List.of("/scannow"));
  }

  /** With the program in quotes. */
  String line() {
    return '"' + program.toString() + "\" " + String.join(" ", arguments);
  }

  /** Each image of the drive, as far as there is one. */
  static List<String> images(char drive, Predicate<String> exists) {
    return IMAGES.stream().map(image -> drive + ":\\" + image).filter(exists).toList();
  }

  /** A drive without an image is named all the same: DISM then says what it misses. */
  private static String argument(RepairSource source, Predicate<String> exists) {
    String image =
        images(source.drive(), exists).stream()
            .findFirst()
            .orElse(source.drive() + ":\\" + IMAGES.get(0));
    String kind = image.endsWith(".esd") ? "esd:" : "wim:";
    return "/Source:" + kind + image + ":" + source.index();
  }

  private static ServicingCommand dism(Path system32, String... what) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("/Online", "/English", "/Cleanup-Image"));
    arguments.addAll(List.of(what));
    return new ServicingCommand(system32.resolve("dism.exe"), List.copyOf(arguments));
  }
}
