package app.regrip.windows.servicing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The environment that programs of Windows get from us: built anew. The environment of whoever
 * started us may lead an elevated program to his own code (PATH, TEMP, COR_PROFILER), and the
 * user's own variables in the registry reach an elevated process too. So every folder in it is one
 * of Windows; only words and numbers are handed down.
 */
final class EnvironmentPolicy {

  /** What is neither a folder nor a list of them, by the names of environment.c. */
  private static final List<String> HANDED_DOWN =
      List.of(
          "COMPUTERNAME",
          "LOGONSERVER",
          "NUMBER_OF_PROCESSORS",
          "OS",
          "PROCESSOR_ARCHITECTURE",
          "PROCESSOR_IDENTIFIER",
          "PROCESSOR_LEVEL",
          "PROCESSOR_REVISION",
          "SESSIONNAME",
          "USERDOMAIN",
          "USERNAME");

  private EnvironmentPolicy() {}

  /**
   * @param windows the Windows folder
   * @param temp a folder only administrators write to
   * @param programData where Windows keeps the data of programs
   * @param ours the environment of this process
   */
  static Map<String, String> of(
      Path windows, Path temp, Path programData, Map<String, String> ours) {
    String system32 = windows + "\\System32";
    String drive = windows.toString().substring(0, 2);
    Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ours.forEach(
        (name, value) -> {
          if (HANDED_DOWN.contains(name.toUpperCase(Locale.ROOT))) {
            environment.put(name, value);
          }
        });
    environment.put("SystemDrive", drive);
    environment.put("SystemRoot", windows.toString());
    environment.put("windir", windows.toString());
    environment.put("ProgramData", programData.toString());
    environment.put("ALLUSERSPROFILE", programData.toString());
    for (String bits : List.of("", "(x86)")) {
      String programs = drive + "\\Program Files" + (bits.isEmpty() ? "" : " " + bits);
      environment.put("ProgramFiles" + bits, programs);
      environment.put("CommonProgramFiles" + bits, programs + "\\Common Files");
    }
    environment.put("ProgramW6432", environment.get("ProgramFiles"));
    environment.put("CommonProgramW6432", environment.get("CommonProgramFiles"));
    environment.put("ComSpec", system32 + "\\cmd.exe");
    environment.put("PATH", system32 + ";" + windows + ";" + system32 + "\\Wbem");
    environment.put("PATHEXT", ".COM;.EXE");
    environment.put("TEMP", temp.toString());
    environment.put("TMP", temp.toString());
    return environment;
  }

  /**
   * Where they may unpack what they run: a folder of Windows that it has since 11 (and 10, updated
   * in 2023), else ours, which the helper has made sure of before it began. In {@code
   * Windows\\Temp} every user may put files.
   *
   * @param isFolder tells which folders there are
   */
  static Path temp(Path windows, Path programData, Predicate<Path> isFolder) {
    Path ofWindows = Path.of(windows + "\\SystemTemp");
    return isFolder.test(ofWindows) ? ofWindows : Path.of(programData + "\\Regrip\\temp");
  }
}
