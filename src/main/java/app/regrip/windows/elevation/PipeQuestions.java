package app.regrip.windows.elevation;

import app.regrip.helper.EventLine;
import app.regrip.helper.EventReader;
import app.regrip.helper.StrictLines;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks Windows about pipes, by a scratch pipe that only this process knows. */
public final class PipeQuestions {

  private static final int BUFFER = 64 * 1024;
  private static final String LOCAL = "\\\\.\\pipe\\";
  private static final String NETWORK = "\\\\localhost\\pipe";
  private static final String SCRATCH = "Regrip.selftest.";
  private static final String PROTECTED = "ProtectedPrefix\\Administrators\\";
  private static final String LINE =
      EventLine.of(new RepairEvent.Said(Message.asIs("x".repeat(900)))) + "\n";

  private PipeQuestions() {}

  public static Map<String, Question> all() {
    return Map.of(
        "U02", PipeQuestions::claimIsSeen,
        "S01", PipeQuestions::mediumMayEnter,
        "S03", PipeQuestions::prefixIsProtected,
        "S04", PipeQuestions::networkIsRefused,
        "S05", PipeQuestions::linesStayWhole);
  }

  /** The list of the helper's pipe without its owner, whom only an administrator can name. */
  private static String access() throws PcException {
    try (OpenProcess self = OpenProcess.ofThis()) {
      String list = HelperPipe.access(self.logonOrUser());
      return list.substring(list.indexOf("D:P"));
    }
  }

  private static HANDLE create(String name) throws PcException {
    return create(name, access());
  }

  private static HANDLE create(String name, String list) throws PcException {
    try (SecurityDescriptor access = SecurityDescriptor.of(list)) {
      return Win32.valid(
          Kernel32.INSTANCE.CreateNamedPipe(
              LOCAL + name,
              HelperPipe.OPEN_MODE,
              HelperPipe.PIPE_MODE,
              HelperPipe.INSTANCES,
              BUFFER,
              BUFFER,
              0,
              access.attributes()),
          Message.of("windows.pipe.create-scratch"));
    }
  }

  private static String scratch() {
    return SCRATCH + UUID.randomUUID();
  }

  private static PipeEnd enter(String name) throws PcException {
    return PipeClient.open(LOCAL + name, ProcessHandle.current().pid())
        .orElseThrow(() -> Win32.failure(Message.of("windows.pipe.open-scratch"), Win32.PIPE_BUSY));
  }

  /** A pipe that this program may make and, without an administrator's rights, not open. */
  private static Answer claimIsSeen() throws PcException {
    String name = scratch();
    boolean before = PipeClaim.exists(LOCAL + name);
    HANDLE pipe = create(name, "D:P(A;;GA;;;SY)(A;;GA;;;BA)");
    boolean during = PipeClaim.exists(LOCAL + name);
    Kernel32.INSTANCE.CloseHandle(pipe);
    boolean after = PipeClaim.exists(LOCAL + name);
    boolean noneBelowThePrefix = !PipeClaim.exists(LOCAL + PROTECTED + scratch());
    Message seen = Message.of(seen(during, before || after));
    return Answer.of(
        during && !before && !after && noneBelowThePrefix,
        Advapi32Util.isCurrentProcessElevated() ? Message.of("selftest.u02.elevated", seen) : seen);
  }

  private static String seen(boolean whileThere, boolean otherwise) {
    if (whileThere) {
      return otherwise ? "selftest.u02.seen-always" : "selftest.u02.seen";
    }
    return otherwise ? "selftest.u02.seen-otherwise" : "selftest.u02.not-seen";
  }

  private static Answer mediumMayEnter() throws PcException {
    String name = scratch();
    try (PipeEnd server = new PipeEnd(create(name));
        PipeEnd client = enter(name)) {
      return Advapi32Util.isCurrentProcessElevated()
          ? Answer.couldNotAsk(Message.of("selftest.s01.let-in-elevated"))
          : Answer.held(Message.of("selftest.s01.let-in"));
    }
  }

  private static Answer prefixIsProtected() {
    boolean elevated = Advapi32Util.isCurrentProcessElevated();
    try {
      Kernel32.INSTANCE.CloseHandle(create(PROTECTED + scratch()));
    } catch (PcException e) {
      return elevated
          ? Answer.didNotHold(Message.of("selftest.s03.administrator-refused", e.what()))
          : Answer.held(e.what());
    }
    return elevated
        ? Answer.couldNotAsk(Message.of("selftest.elevated-itself"))
        : Answer.didNotHold(Message.of("selftest.s03.taken"));
  }

  private static Answer networkIsRefused() throws PcException {
    String name = scratch();
    try (PipeEnd server = new PipeEnd(create(name))) {
      HANDLE client =
          Kernel32.INSTANCE.CreateFile(
              NETWORK + "\\" + name,
              WinNT.GENERIC_READ,
              0,
              null,
              WinNT.OPEN_EXISTING,
              WinNT.FILE_FLAG_OVERLAPPED,
              null);
      int error = Native.getLastError();
      if (client == null || WinBase.INVALID_HANDLE_VALUE.equals(client)) {
        return Answer.held(Message.of("selftest.s04.refused", NETWORK, Integer.toString(error)));
      }
      Kernel32.INSTANCE.CloseHandle(client);
      return Answer.didNotHold(Message.of("selftest.s04.let-in", NETWORK));
    }
  }

  /** More than the pipe takes, while nobody reads; whatever arrives then must be whole lines. */
  private static Answer linesStayWhole() throws Exception {
    String name = scratch();
    try (PipeEnd server = new PipeEnd(create(name));
        PipeEnd client = enter(name)) {
      OutputStream out = server.out();
      int said = BUFFER / LINE.length() + 3;
      for (int i = 0; i < said; i++) {
        out.write(LINE.getBytes(StandardCharsets.UTF_8));
      }
      CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> linesOf(client));
      for (int i = 0; i < 3; i++) {
        out.write(LINE.getBytes(StandardCharsets.UTF_8));
      }
      server.close();
      int whole = heard.get();
      return Answer.held(Message.of("selftest.s05.whole", whole, said + 3));
    } catch (ExecutionException e) {
      return Answer.didNotHold(
          Message.of("selftest.s05.torn", String.valueOf(e.getCause().getMessage())));
    }
  }

  private static int linesOf(PipeEnd client) {
    List<RepairEvent> heard = new ArrayList<>();
    try {
      EventReader.readAll(client.in(), heard::add);
    } catch (StrictLines.BrokenException torn) {
      throw new IllegalStateException(torn.getMessage(), torn);
    } catch (IOException theEnd) {
      return heard.size();
    }
    return heard.size();
  }
}
