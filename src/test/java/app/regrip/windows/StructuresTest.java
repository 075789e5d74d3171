package app.regrip.windows;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Structure;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * JNA copies a {@link Structure} out before each call it is handed to, and in again after it. What
 * Windows writes in between is lost. So every structure our code knows has to say here when Windows
 * writes it, and what it may still write after a call has come back is no structure but plain
 * memory, as in {@code Overlapped}.
 */
class StructuresTest {

  /** When Windows writes a structure that is handed to it. */
  private enum Written {
    /** Windows only reads it. */
    NEVER,
    /** Before the call it is handed to comes back, and not afterwards. */
    DURING_THE_CALL
  }

  private static final Map<String, Written> KNOWN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ShellNotify$NOTIFYICONDATAW", Written.NEVER),
              Map.entry("WinBase$SECURITY_ATTRIBUTES", Written.NEVER),
              Map.entry("WinUser$WNDCLASSEX", Written.NEVER),
              Map.entry("WinNT$LUID_AND_ATTRIBUTES", Written.NEVER),
              Map.entry("Advapi32Services$QUERY_SERVICE_CONFIG", Written.DURING_THE_CALL),
              Map.entry("Guid$GUID", Written.DURING_THE_CALL),
              Map.entry("ShellAPI$SHELLEXECUTEINFO", Written.DURING_THE_CALL),
              Map.entry("Tlhelp32$MODULEENTRY32W", Written.DURING_THE_CALL),
              Map.entry("Tlhelp32$PROCESSENTRY32", Written.DURING_THE_CALL),
              Map.entry("Variant$VARIANT", Written.DURING_THE_CALL),
              Map.entry("Variant$VARIANT$ByReference", Written.DURING_THE_CALL),
              Map.entry("WinBase$FILETIME", Written.DURING_THE_CALL),
              Map.entry("WinBase$FILE_BASIC_INFO", Written.DURING_THE_CALL),
              Map.entry("WinBase$PROCESS_INFORMATION", Written.DURING_THE_CALL),
              Map.entry("WinNT$IO_COUNTERS", Written.DURING_THE_CALL),
              Map.entry("WinNT$LUID", Written.DURING_THE_CALL),
              Map.entry("WinNT$SID_AND_ATTRIBUTES", Written.DURING_THE_CALL),
              Map.entry("WinNT$TOKEN_GROUPS", Written.DURING_THE_CALL),
              Map.entry("WinNT$TOKEN_PRIVILEGES", Written.DURING_THE_CALL),
              Map.entry("WinUser$MSG", Written.DURING_THE_CALL),
              Map.entry("Winsvc$ENUM_SERVICE_STATUS", Written.DURING_THE_CALL),
              Map.entry("Winsvc$SERVICE_STATUS", Written.DURING_THE_CALL),
              Map.entry("Winsvc$SERVICE_STATUS_PROCESS", Written.DURING_THE_CALL)));

  @Test
  void eachStructureSaysWhenWindowsWritesIt() {
    assertThat(structures())
        .as("say when Windows writes it; what it writes later has to be plain memory")
        .isEqualTo(KNOWN.keySet());
  }

  private static SortedSet<String> structures() {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("app.regrip").stream()
            .flatMap(ours -> ours.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .map(JavaClass::getBaseComponentType)
            .filter(target -> target.isAssignableTo(Structure.class))
            .filter(target -> !target.isEquivalentTo(Structure.class))
            .map(JavaClass::getName)
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(toCollection(TreeSet::new));
  }
}
