package app.regrip.windows.elevation;

import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.Tlhelp32.MODULEENTRY32W;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Asks what is loaded into this process, and what it may do with the helper's files. */
public final class ProcessQuestions {

  private final Path runs;

  /**
   * @param runs where the helper keeps the journals
   */
  public ProcessQuestions(Path runs) {
    this.runs = runs;
  }

  public Map<String, Question> all() {
    return Map.of("U01", this::runsAreReadOnly, "S06", ProcessQuestions::dlls);
  }

  private Answer runsAreReadOnly() throws IOException {
    if (!Files.isDirectory(runs)) {
      return Answer.couldNotAsk(Message.of("selftest.u01.no-folder", runs.toString()));
    }
    long seen;
    try (Stream<Path> entries = Files.list(runs)) {
      seen = entries.count();
    } catch (AccessDeniedException e) {
      return Answer.didNotHold(Message.of("selftest.u01.not-listed", runs.toString()));
    }
    if (Advapi32Util.isCurrentProcessElevated()) {
      return Answer.couldNotAsk(Message.of("selftest.elevated-itself"));
    }
    try {
      Files.delete(Files.createTempFile(runs, "selftest", null));
    } catch (AccessDeniedException refused) {
      return Answer.held(Message.of("selftest.u01.write-refused", seen));
    }
    return Answer.didNotHold(Message.of("selftest.u01.written", runs.toString()));
  }

  private static Answer dlls() throws PcException {
    String installed = System.getProperty("regrip.install");
    if (installed == null) {
      return Answer.couldNotAsk(Message.of("selftest.s06.not-installed"));
    }
    List<String> homes =
        Stream.of(System.getenv("SystemRoot"), installed, System.getProperty("java.home"))
            .map(home -> home.toLowerCase(Locale.ROOT) + "\\")
            .toList();
    List<String> loaded = modules();
    List<String> strangers =
        loaded.stream()
            .filter(dll -> homes.stream().noneMatch(dll.toLowerCase(Locale.ROOT)::startsWith))
            .toList();
    return strangers.isEmpty()
        ? Answer.held(Message.of("selftest.s06.none-from-elsewhere", loaded.size()))
        : Answer.didNotHold(
            Message.of("selftest.s06.from-elsewhere", String.join(", ", strangers)));
  }

  private static List<String> modules() throws PcException {
    HANDLE snapshot =
        Win32.valid(
            Kernel32.INSTANCE.CreateToolhelp32Snapshot(Tlhelp32.TH32CS_SNAPMODULE, new DWORD(0)),
            Message.of("windows.process.list-loaded"));
    try {
      List<String> paths = new ArrayList<>();
      MODULEENTRY32W entry = new MODULEENTRY32W();
      boolean more = Kernel32.INSTANCE.Module32FirstW(snapshot, entry);
      Win32.check(more, Message.of("windows.process.read-loaded"));
      while (more) {
        paths.add(entry.szExePath());
        more = Kernel32.INSTANCE.Module32NextW(snapshot, entry);
      }
      return paths;
    } finally {
      Kernel32.INSTANCE.CloseHandle(snapshot);
    }
  }
}
