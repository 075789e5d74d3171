package app.regrip.windows;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment that programs of Windows get from us: built anew, nothing inherited. The
 * environment of whoever started us may lead an elevated program to his own code (PATH, TEMP,
 * COR_PROFILER).
 */
final class EnvironmentPolicy {

  private EnvironmentPolicy() {}

  /**
   * @param windows the Windows folder
   * @param temp a folder only administrators write to
   * @param programData where Windows keeps the data of programs
   */
  static Map<String, String> of(Path windows, Path temp, Path programData) {
    String system32 = windows + "\\System32";
    String drive = windows.toString().substring(0, 2);
    Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    environment.put("SystemDrive", drive);
    environment.put("SystemRoot", windows.toString());
    environment.put("windir", windows.toString());
    environment.put("ProgramData", programData.toString());
    environment.put("ALLUSERSPROFILE", programData.toString());
    environment.put("ProgramFiles", drive + "\\Program Files");
    environment.put("ComSpec", system32 + "\\cmd.exe");
    environment.put("PATH", system32 + ";" + windows + ";" + system32 + "\\Wbem");
    environment.put("PATHEXT", ".COM;.EXE");
    environment.put("TEMP", temp.toString());
    environment.put("TMP", temp.toString());
    return environment;
  }
}
