package app.regrip.windows.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.RestartSign;
import app.regrip.pc.PcFacts.WindowsVersion;
import app.regrip.pc.SystemPages.Page;
import app.regrip.windows.WindowsSystemPages;
import app.regrip.windows.servicing.RunningPrograms;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.SystemPaths;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinReg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("windows")
class WindowsPcFactsTest {

  private final WindowsPcFacts facts = new WindowsPcFacts((channel, xpath) -> List.of());

  private static void withKey(String key, Runnable values, Action action) throws Exception {
    boolean made = Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, key);
    try {
      values.run();
      action.run();
    } finally {
      if (made) {
        Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key);
      }
    }
  }

  private interface Action {
    void run() throws Exception;
  }

  @Test
  void knowsTheVersion() throws PcException {
    WindowsVersion version = facts.windows();
    assertThat(version.product()).contains("Windows");
    assertThat(version.build()).isGreaterThan(6000);
  }

  @Test
  void theBootIdStaysTheSame() throws PcException {
    assertThat(facts.bootId()).isNotBlank().isEqualTo(facts.bootId());
  }

  @Test
  void theBootIdIsTheNumberWindowsKeeps() throws Exception {
    String key =
        "SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters";
    if (Registry.machine().hasValue(key, "BootId")) {
      assertThat(facts.bootId()).startsWith("boot-");
      return;
    }
    assertThat(facts.bootId()).startsWith("started-");
    withKey(
        key,
        () -> Advapi32Util.registrySetIntValue(WinReg.HKEY_LOCAL_MACHINE, key, "BootId", 17),
        () -> {
          assertThat(facts.bootId()).isEqualTo("boot-17");
          Advapi32Util.registrySetIntValue(WinReg.HKEY_LOCAL_MACHINE, key, "EnablePrefetcher", 0);
          assertThat(facts.bootId()).as("nobody counts").startsWith("started-");
        });
  }

  @Test
  void seesThatARestartIsWaitedFor() throws Exception {
    withKey(
        "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending",
        () -> {},
        () -> assertThat(facts.restartSigns()).contains(RestartSign.SERVICING));
  }

  @Test
  void seesAnInstallationByItsMutex() throws Exception {
    assertThat(facts.isInstallingMsi()).isFalse();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    Thread installer =
        new Thread(
            () -> {
              HANDLE mutex = Kernel32.INSTANCE.CreateMutex(null, true, "Global\\_MSIExecute");
              held.countDown();
              try {
                enough.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Kernel32.INSTANCE.ReleaseMutex(mutex);
              Kernel32.INSTANCE.CloseHandle(mutex);
            });
    installer.start();
    held.await();
    assertThat(facts.isInstallingMsi()).isTrue();
    enough.countDown();
    installer.join();
    assertThat(facts.isInstallingMsi()).isFalse();
  }

  @Test
  void seesRunningPrograms() throws PcException {
    assertThat(RunningPrograms.include("java.exe")).isTrue();
    assertThat(RunningPrograms.include("no-such-program.exe")).isFalse();
    assertThat(facts.isServicing()).isFalse();
  }

  @Test
  void knowsSpaceAndBattery() throws PcException {
    assertThat(facts.freeBytes()).isPositive();
    assertThat(facts.battery().percent()).isBetween(-1, 100);
  }

  @Test
  void asksBothChannelsForFailures() throws PcException {
    List<String> asked = new ArrayList<>();
    String event =
        "<Event><System><TimeCreated SystemTime='2026-11-20T10:15:30Z'/></System><EventData>"
            + "<Data Name='hr'>2147942406</Data></EventData></Event>";
    WindowsPcFacts withEvents =
        new WindowsPcFacts(
            (channel, xpath) -> {
              asked.add(channel);
              return channel.equals("Setup") ? List.of() : List.of(event);
            });
    assertThat(withEvents.recentFailures(Instant.parse("2026-11-01T00:00:00Z")))
        .singleElement()
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(HResult.INVALID_HANDLE));
    assertThat(asked).containsExactly("Microsoft-Windows-Bits-Client/Operational", "Setup");
    assertThat(withEvents.recentFailures(Instant.parse("2026-11-21T00:00:00Z"))).isEmpty();
  }

  @Test
  void aQuestionToTheSecurityCenterEndsEitherWay() {
    try {
      assertThat(facts.antivirus()).allSatisfy(a -> assertThat(a.name()).isNotBlank());
    } catch (PcException e) {
      assertThat(e.code().isFailure()).isTrue();
    }
  }

  @Test
  void offersOnlyPagesThatAreThere() throws PcException {
    WindowsSystemPages pages = new WindowsSystemPages(facts);
    assertThat(pages.isAvailable(Page.MICROSOFT_SUPPORT)).isTrue();
    assertThat(pages.isAvailable(Page.MSDT_WINDOWS_UPDATE))
        .isEqualTo(
            facts.windows().build() < 22631
                && Files.exists(SystemPaths.system32().resolve("msdt.exe")));
  }

  @Test
  @Timeout(60)
  void opensAPageWithTheProgramOfItsScheme(@TempDir Path folder) throws Exception {
    WindowsSystemPages pages = new WindowsSystemPages(facts);
    assumeThat(pages.isAvailable(Page.GET_HELP_WINDOWS_UPDATE)).isFalse();
    String scheme = "Software\\Classes\\ms-contact-support";
    String command = scheme + "\\shell\\open\\command";
    Path said = folder.resolve("opened.txt");
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, command);
    Advapi32Util.registrySetStringValue(WinReg.HKEY_LOCAL_MACHINE, scheme, "URL Protocol", "");
    Advapi32Util.registrySetStringValue(
        WinReg.HKEY_LOCAL_MACHINE,
        command,
        "",
        SystemPaths.system32().resolve("cmd.exe") + " /c echo %1> \"" + said + "\"");
    try {
      assertThat(pages.isAvailable(Page.GET_HELP_WINDOWS_UPDATE)).isTrue();
      pages.open(Page.GET_HELP_WINDOWS_UPDATE);
      while (!Files.exists(said) || Files.size(said) == 0) {
        Thread.sleep(20);
      }
      assertThat(said).content().contains("WUTroubleshooter");
    } finally {
      for (String key = command;
          !key.endsWith("Classes");
          key = key.substring(0, key.lastIndexOf('\\'))) {
        Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key);
      }
    }
  }

  @Test
  void saysThatASchemeHasNoProgram() throws PcException {
    WindowsSystemPages pages = new WindowsSystemPages(facts);
    if (!pages.isAvailable(Page.GET_HELP_WINDOWS_UPDATE)) {
      assertThatThrownBy(() -> pages.open(Page.GET_HELP_WINDOWS_UPDATE))
          .isInstanceOf(PcException.class);
    }
  }
}
