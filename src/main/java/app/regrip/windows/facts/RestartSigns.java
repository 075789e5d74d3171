package app.regrip.windows.facts;

import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.RestartSign;
import app.regrip.windows.win32.Registry;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The traces in the registry of a restart that Windows waits for. */
final class RestartSigns {

  private static final String CURRENT = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";
  private static final String CONTROL = "SYSTEM\\CurrentControlSet\\Control\\";
  private static final String SESSION_MANAGER = CONTROL + "Session Manager";
  private static final String NAMES = CONTROL + "ComputerName\\";

  private RestartSigns() {}

  static Set<RestartSign> in(Registry machine) throws PcException {
    Set<RestartSign> signs = EnumSet.noneOf(RestartSign.class);
    if (machine.hasKey(CURRENT + "Component Based Servicing\\RebootPending")) {
      signs.add(RestartSign.SERVICING);
    }
    if (machine.hasKey(CURRENT + "WindowsUpdate\\Auto Update\\RebootRequired")) {
      signs.add(RestartSign.WINDOWS_UPDATE);
    }
    if (machine.hasValue(SESSION_MANAGER, "PendingFileRenameOperations")) {
      signs.add(RestartSign.FILE_RENAME);
    }
    Optional<String> active = machine.text(NAMES + "ActiveComputerName", "ComputerName");
    Optional<String> next = machine.text(NAMES + "ComputerName", "ComputerName");
    if (active.isPresent() && next.isPresent() && !active.get().equalsIgnoreCase(next.get())) {
      signs.add(RestartSign.COMPUTER_RENAME);
    }
    return signs;
  }
}
