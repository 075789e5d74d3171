package app.regrip.windows.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.helper.FolderPolicy;
import app.regrip.helper.FolderPolicy.Part;
import app.regrip.helper.FolderPolicy.Place;
import app.regrip.helper.HelperExit;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real folders with real access lists. */
@Tag("windows")
class FoldersTest {

  @TempDir Path temp;
  private String folder;
  private FolderPolicy policy;

  /** Files of a test belong to whoever runs it, who stands for the administrators. */
  @BeforeEach
  void trustWhoeverRunsThis() throws PcException {
    folder = FinalPath.of(temp.toString());
    String owner = InstallFolder.place(temp, Part.ABOVE).owner();
    policy = new FolderPolicy(Set.of(owner, FolderPolicy.SYSTEM, FolderPolicy.ADMINISTRATORS));
  }

  @Test
  void aFolderThatUsersCanWriteIsRefusedByName() throws Exception {
    Path program = Files.createDirectory(Path.of(folder, "Regrip"));
    protect(program, "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;WD)");

    assertThat(policy.refusal(List.of(InstallFolder.place(program, Part.OF_THE_PROGRAM))))
        .hasValueSatisfying(why -> assertThat(why).contains("Regrip", FolderPolicy.EVERYONE));
  }

  @Test
  void oneWeakFileInATightFolderIsFound() throws Exception {
    Path program = Files.createDirectory(Path.of(folder, "Regrip"));
    Path jar = Files.createFile(program.resolve("weak.jar"));
    protect(program, "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;WD)");
    protect(jar, "D:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1301bf;;;WD)");

    List<Place> places = InstallFolder.places(program.toString());

    assertThat(places).filteredOn(p -> p.part() == Part.OF_THE_PROGRAM).hasSize(2);
    assertThat(places).filteredOn(p -> p.part() == Part.ABOVE).isNotEmpty();
    assertThat(
            policy.refusal(places.stream().filter(p -> p.part() == Part.OF_THE_PROGRAM).toList()))
        .hasValueSatisfying(why -> assertThat(why).contains("weak.jar"));
  }

  @Test
  void anOwnerWhoIsNoAdministratorIsRefused() throws PcException {
    Place program = InstallFolder.place(temp, Part.OF_THE_PROGRAM);

    assertThat(new FolderPolicy(Set.of(FolderPolicy.TRUSTED_INSTALLER)).refusal(List.of(program)))
        .isPresent();
  }

  @Test
  void theFolderForRunsIsMadeAndMadeSureOf() throws Exception {
    AdminFolder folders = new AdminFolder(policy);

    Path made = folders.secure(folder, "Regrip", "aside");
    Files.createFile(made.resolve("kept"));
    folders.secure(folder, "Regrip", "aside");

    assertThat(made.resolve("kept")).exists();
    assertThat(policy.refusal(List.of(InstallFolder.place(made, Part.OF_THE_PROGRAM)))).isEmpty();
  }

  @Test
  void aFolderThatAStrangerMadeIsSetAside() throws Exception {
    Path planted = Files.createDirectory(Path.of(folder, "Regrip"));
    Files.createFile(planted.resolve("planted"));
    protect(planted, "D:P(A;OICI;FA;;;BA)(A;OICI;FA;;;WD)");

    Path made = new AdminFolder(policy).secure(folder, "Regrip", "aside");

    assertThat(made).isEmptyDirectory();
    assertThat(Path.of(folder, "Regrip.aside", "planted")).exists();
  }

  @Test
  void whatIsInAStrangersFolderIsNotBelieved() throws Exception {
    AdminFolder folders = new AdminFolder(policy);
    String own = folders.secure(folder, "Regrip", "aside").toString();
    Path runs = folders.secure(own, "runs", "aside");
    assertThat(RunsFolder.doubt(runs, policy)).isEmpty();
    assertThat(RunsFolder.doubt(Path.of(folder, "absent", "runs"), policy)).isEmpty();

    protect(runs, "D:P(A;OICI;FA;;;BA)(A;OICI;FA;;;WD)");

    assertThat(RunsFolder.doubt(runs, policy))
        .hasValueSatisfying(why -> assertThat(why.english()).contains(runs.toString()));
  }

  @Test
  void oneThatTheStrangerKeepsOpenIsLeftAndSaid() throws Exception {
    Path planted = Files.createDirectory(Path.of(folder, "Regrip"));
    protect(planted, "D:P(A;OICI;FA;;;BA)(A;OICI;FA;;;WD)");
    HANDLE kept =
        Win32.valid(
            Kernel32.INSTANCE.CreateFile(
                planted.toString(),
                WinNT.GENERIC_READ,
                WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE,
                null,
                WinNT.OPEN_EXISTING,
                WinNT.FILE_FLAG_BACKUP_SEMANTICS,
                null),
            Message.asIs("Opening the planted folder"));
    try {
      assertThatThrownBy(() -> new AdminFolder(policy).secure(folder, "Regrip", "aside"))
          .isInstanceOf(AdminFolder.HeldException.class);
    } finally {
      Kernel32.INSTANCE.CloseHandle(kept);
    }
    assertThat(WindowsHelperLauncher.whyItEnded(HelperExit.FOLDER_HELD))
        .hasValueSatisfying(why -> assertThat(why.english()).contains("Restart the PC"));
    assertThat(new AdminFolder(policy).secure(folder, "Regrip", "aside")).isEmptyDirectory();
  }

  @Test
  void aPathIsComparedInItsFinalForm() throws PcException, IOException {
    Path file = Files.createFile(Path.of(folder, "Program.exe"));
    String otherSpelling = folder.toUpperCase(Locale.ROOT) + "\\.\\x\\..\\PROGRAM.EXE";

    assertThat(FinalPath.of(otherSpelling)).isEqualToIgnoringCase(file.toString());
  }

  private static void protect(Path path, String sddl) throws PcException {
    HANDLE handle =
        Win32.valid(
            Kernel32.INSTANCE.CreateFile(
                path.toString(),
                WinNT.WRITE_DAC | WinNT.READ_CONTROL,
                WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE,
                null,
                WinNT.OPEN_EXISTING,
                WinNT.FILE_FLAG_BACKUP_SEMANTICS,
                null),
            Message.of("pc.open", path.toString()));
    try (SecurityDescriptor access = SecurityDescriptor.of(sddl)) {
      Win32.check(
          Advapi32Security.INSTANCE.SetKernelObjectSecurity(
              handle, WinNT.DACL_SECURITY_INFORMATION, access.pointer()),
          Message.of("windows.elevation.protect", path.toString()));
    } finally {
      Kernel32.INSTANCE.CloseHandle(handle);
    }
  }
}
