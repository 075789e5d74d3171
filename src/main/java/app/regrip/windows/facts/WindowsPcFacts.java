package app.regrip.windows.facts;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.WindowsImage;
import app.regrip.pc.WindowsImage.Architecture;
import app.regrip.text.Message;
import app.regrip.windows.eventlog.EventQuery;
import app.regrip.windows.eventlog.FailureEvent;
import app.regrip.windows.power.Kernel32Power;
import app.regrip.windows.servicing.RunningPrograms;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.SystemPaths;
import app.regrip.windows.win32.Win32;
import app.regrip.windows.win32.Wmi;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** What can be read of this PC without elevation. */
public final class WindowsPcFacts implements PcFacts {

  private static final String VERSION = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
  private static final String ENVIRONMENT =
      "SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

  /** One key for each language of the user interface that is installed. */
  private static final String LANGUAGES = "SYSTEM\\CurrentControlSet\\Control\\MUI\\UILanguages";

  private static final String BOOT =
      "SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters";

  private static final int SYNCHRONIZE = 0x00100000;
  private static final int WAIT_OBJECT_0 = 0;
  private static final int WAIT_ABANDONED = 0x80;

  private final Registry registry = Registry.machine();
  private final EventQuery events;

  public WindowsPcFacts(EventQuery events) {
    this.events = events;
  }

  /** The properties asked of the WMI class AntiVirusProduct. */
  private enum Property {
    displayName,
    productState
  }

  @Override
  public WindowsVersion windows() throws PcException {
    Memory version = NtdllSystem.version();
    int status = NtdllSystem.INSTANCE.RtlGetVersion(version);
    if (status != 0) {
      throw new PcException(
          Message.of("pc.failed", Message.of("windows.facts.version")), new HResult(status));
    }
    int build = version.getInt(NtdllSystem.BUILD_AT);
    String product = registry.text(VERSION, "ProductName").orElse("Windows");
    return new WindowsVersion(
        VersionNaming.of(product, build), build, registry.number(VERSION, "UBR").orElse(0));
  }

  /** The build is this PC's own, though it may share its files with an older one. */
  @Override
  public WindowsImage image() throws PcException {
    WindowsVersion version = windows();
    return new WindowsImage(
        version.product(),
        registry.text(VERSION, "EditionID").orElse(""),
        architecture(registry.text(ENVIRONMENT, "PROCESSOR_ARCHITECTURE").orElse("")),
        version.build(),
        version.revision(),
        registry.subkeys(LANGUAGES));
  }

  private static Architecture architecture(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "X86" -> Architecture.X86;
      case "AMD64" -> Architecture.AMD64;
      case "ARM64" -> Architecture.ARM64;
      default -> Architecture.UNKNOWN;
    };
  }

  /**
   * The number that Windows gives each start of its kernel. A "shutdown" with fast startup is none:
   * the kernel sleeps, and what waits for a restart still waits. The prefetcher keeps the number;
   * where there is none, or the prefetcher is off and may have stopped counting, the moment the
   * kernel started, with the changes of the clock since then taken back out.
   */
  @Override
  public String bootId() throws PcException {
    OptionalInt number = registry.number(BOOT, "BootId");
    if (number.isPresent() && registry.number(BOOT, "EnablePrefetcher").orElse(1) != 0) {
      return "boot-" + Integer.toUnsignedString(number.getAsInt());
    }
    Memory times = new Memory(NtdllSystem.TIME_OF_DAY_BYTES);
    times.clear();
    int status =
        NtdllSystem.INSTANCE.NtQuerySystemInformation(
            NtdllSystem.SYSTEM_TIME_OF_DAY_INFORMATION,
            times,
            NtdllSystem.TIME_OF_DAY_BYTES,
            new IntByReference());
    if (status < 0) {
      throw new PcException(
          Message.of("pc.failed", Message.of("windows.facts.start-of-windows")),
          new HResult(status));
    }
    return "started-"
        + (times.getLong(NtdllSystem.BOOT_TIME_AT) - times.getLong(NtdllSystem.BOOT_TIME_BIAS_AT));
  }

  @Override
  public Set<RestartSign> restartSigns() throws PcException {
    return RestartSigns.in(registry);
  }

  /**
   * By the program that does the work. The service that starts it, TrustedInstaller, stays for many
   * minutes after the work and would keep a system file check from following DISM.
   */
  @Override
  public boolean isServicing() throws PcException {
    return RunningPrograms.include("TiWorker.exe");
  }

  /**
   * An installation holds this mutex; the Windows Installer makes it once and keeps it. Whom it is
   * denied to can't tell whether it is held, and may not disturb it.
   */
  @Override
  public boolean isInstallingMsi() throws PcException {
    HANDLE mutex = Kernel32.INSTANCE.OpenMutex(SYNCHRONIZE, false, "Global\\_MSIExecute");
    if (mutex == null) {
      return isHeldThough(Native.getLastError());
    }
    try {
      int held = Kernel32.INSTANCE.WaitForSingleObject(mutex, 0);
      boolean free = held == WAIT_OBJECT_0 || held == WAIT_ABANDONED;
      if (free) {
        Kernel32.INSTANCE.ReleaseMutex(mutex);
      }
      return !free;
    } finally {
      Kernel32.INSTANCE.CloseHandle(mutex);
    }
  }

  /**
   * @param error why the mutex could not be opened
   */
  public static boolean isHeldThough(int error) throws PcException {
    return switch (error) {
      case Win32.FILE_NOT_FOUND -> false;
      case Win32.ACCESS_DENIED -> true;
      default -> throw Win32.failure(Message.of("windows.facts.installing-program"), error);
    };
  }

  @Override
  public long freeBytes() throws PcException {
    try {
      return Files.getFileStore(SystemPaths.windows()).getUsableSpace();
    } catch (IOException e) {
      throw Win32.failure(Message.of("windows.facts.free-space"), e);
    }
  }

  @Override
  public Battery battery() throws PcException {
    Memory status = Kernel32Power.powerStatus();
    if (!Kernel32Power.INSTANCE.GetSystemPowerStatus(status)) {
      throw Win32.lastFailure(Message.of("windows.facts.battery"));
    }
    return BatteryStatus.of(status.getByte(0), status.getByte(1), status.getByte(2));
  }

  /** Windows Server has no Security Center: there the question fails. */
  @Override
  public List<Antivirus> antivirus() throws PcException {
    WmiResult<Property> products =
        Wmi.ask(
            "root\\SecurityCenter2",
            "AntiVirusProduct",
            Property.class,
            Message.of("windows.facts.antivirus"));
    List<Antivirus> found = new ArrayList<>();
    for (int i = 0; i < products.getResultCount(); i++) {
      Object name = products.getValue(Property.displayName, i);
      int value =
          products.getValue(Property.productState, i) instanceof Number number
              ? number.intValue()
              : 0;
      ProductState state = new ProductState(value);
      found.add(new Antivirus(String.valueOf(name), state.isMicrosoft(), state.isOn()));
    }
    return List.copyOf(found);
  }

  @Override
  public List<LoggedFailure> recentFailures(Instant since) throws PcException {
    String inTime = " and TimeCreated[@SystemTime>='" + since + "']]]";
    List<LoggedFailure> failures = new ArrayList<>();
    for (String xml :
        events.events(
            "Microsoft-Windows-Bits-Client/Operational", "*[System[(EventID=61)" + inTime)) {
      FailureEvent.read(xml).ifPresent(failures::add);
    }
    for (String xml :
        events.events(
            "Setup",
            "*[System[Provider[@Name='Microsoft-Windows-Servicing'] and (EventID=3)" + inTime)) {
      FailureEvent.read(xml).ifPresent(failures::add);
    }
    failures.removeIf(failure -> failure.at().isBefore(since));
    failures.sort(Comparator.comparing(LoggedFailure::at).reversed());
    return List.copyOf(failures);
  }
}
