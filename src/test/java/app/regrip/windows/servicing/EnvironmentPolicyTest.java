package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a program with an administrator's rights is given of the environment. */
class EnvironmentPolicyTest {

  @Test
  void buildsTheEnvironmentAnew() {
    Map<String, String> environment =
        EnvironmentPolicy.of(
            Path.of("C:\\Windows"),
            Path.of("C:\\Windows\\SystemTemp"),
            Path.of("C:\\ProgramData"),
            Map.of(
                "processor_architecture",
                "AMD64",
                "CommonProgramFiles",
                "C:\\Users\\Eve",
                "USERPROFILE",
                "C:\\Users\\Eve",
                "COR_PROFILER",
                "{x}",
                "Path",
                "C:\\Users\\Eve"));
    assertThat(environment)
        .containsEntry("PROCESSOR_ARCHITECTURE", "AMD64")
        .containsEntry("CommonProgramFiles", "C:\\Program Files\\Common Files")
        .containsEntry("CommonProgramFiles(x86)", "C:\\Program Files (x86)\\Common Files")
        .containsEntry("SystemRoot", "C:\\Windows")
        .containsEntry("SystemDrive", "C:")
        .containsEntry("TMP", "C:\\Windows\\SystemTemp")
        .doesNotContainKeys("USERPROFILE", "APPDATA", "COR_PROFILER", "JAVA_TOOL_OPTIONS");
    assertThat(environment.get("PATH")).startsWith("C:\\Windows\\System32;");
  }

  /** What the helper has of its starter, its programs have, but for the folders of users. */
  @Test
  void knowsEveryVariableTheHelperKeeps() throws IOException {
    String source = Files.readString(Path.of("launcher", "native", "environment.c"));
    String kept = source.substring(source.indexOf("KNOWN[]"), source.indexOf("#ifndef HELPER"));
    Map<String, String> all = new TreeMap<>();
    for (Matcher name = Pattern.compile("L\"([^\"]+)\"").matcher(kept); name.find(); ) {
      all.put(name.group(1), "kept");
    }
    Path windows = Path.of("C:\\Windows");
    Set<String> handedDown =
        EnvironmentPolicy.of(windows, windows, Path.of("C:\\ProgramData"), all).keySet();
    assertThat(all).hasSizeGreaterThan(20);
    assertThat(all.keySet())
        .filteredOn(name -> !handedDown.contains(name))
        .containsExactlyInAnyOrder("PUBLIC", "USERPROFILE");
  }

  @Test
  void noProgramUnpacksWhereUsersMayPutFiles() {
    Path windows = Path.of("C:\\Windows");
    Path programData = Path.of("C:\\ProgramData");
    Path systemTemp = Path.of("C:\\Windows\\SystemTemp");
    assertThat(EnvironmentPolicy.temp(windows, programData, systemTemp::equals))
        .isEqualTo(systemTemp);
    assertThat(EnvironmentPolicy.temp(windows, programData, path -> false))
        .isEqualTo(Path.of("C:\\ProgramData\\Regrip\\temp"));
  }
}
