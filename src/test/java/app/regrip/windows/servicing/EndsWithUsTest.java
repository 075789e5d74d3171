package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.windows.FakeFeed;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the servicing programs where the process that has started them is killed. */
@Tag("windows")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndsWithUsTest {

  private FakeFeed feed;

  interface Jobs extends StdCallLibrary {
    Jobs INSTANCE = Native.load("kernel32", Jobs.class);

    boolean IsProcessInJob(HANDLE process, HANDLE job, IntByReference answer);
  }

  @BeforeEach
  @AfterEach
  void beginAnew() throws IOException {
    feed = FakeFeed.find();
    feed.forget("dism.txt", "sfc.txt", "dism.log", "sfc.log", "dism-repaired.txt");
  }

  /** The child: runs one of them until it is killed. */
  public static void main(String[] arguments) throws PcException {
    Program program =
        arguments[0].equals("dism")
            ? new Program.DismRestoreHealth(Optional.empty())
            : new Program.SystemFileCheck();
    new WindowsPrograms(arguments[0].equals("live"), Duration.ofMinutes(1))
        .run(program, bytes -> {}, Cancellation.never());
  }

  /** It would take five minutes by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"live", "piped"})
  void theFileCheckEndsWithWhoStartedIt(String how) throws Exception {
    feed.settings("sfc.txt", "pace=3000");
    Process child = child(how);
    try {
      await(() -> isInJob("sfc.exe"));
    } finally {
      child.destroyForcibly().waitFor();
    }
    await(() -> !RunningPrograms.include("sfc.exe"));
  }

  @Test
  void dismRunsOnToItsEnd() throws Exception {
    feed.settings("dism.txt", "store=repairable", "pace=400");
    Process child = child("dism");
    try {
      await(() -> RunningPrograms.include("dism.exe"));
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(RunningPrograms.include("dism.exe")).isTrue();
    assertThat(isInJob("dism.exe")).isFalse();
    await(() -> !RunningPrograms.include("dism.exe"));
    assertThat(feed.exists("dism-repaired.txt")).isTrue();
  }

  private static Process child(String how) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java.exe").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndsWithUsTest.class.getName(),
                how))
        .redirectInput(new File("NUL"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static boolean isInJob(String program) throws PcException {
    boolean isIn = false;
    for (int pid : RunningPrograms.numbersOf(program)) {
      HANDLE process = Kernel32.INSTANCE.OpenProcess(WinNT.PROCESS_QUERY_INFORMATION, false, pid);
      IntByReference answer = new IntByReference();
      boolean answered = Jobs.INSTANCE.IsProcessInJob(process, null, answer);
      Kernel32.INSTANCE.CloseHandle(process);
      assertThat(answered).as("Windows says whether %s is in a job", program).isTrue();
      isIn = answer.getValue() != 0;
    }
    return isIn;
  }

  private static void await(Callable<Boolean> state) throws Exception {
    while (!state.call()) {
      Thread.sleep(100);
    }
  }
}
