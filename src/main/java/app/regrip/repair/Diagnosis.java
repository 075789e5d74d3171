package app.regrip.repair;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.checks.BatteryPower;
import app.regrip.repair.checks.Bits;
import app.regrip.repair.checks.Check;
import app.regrip.repair.checks.DiskSpace;
import app.regrip.repair.checks.EndOfSupport;
import app.regrip.repair.checks.FolderSizes;
import app.regrip.repair.checks.ManagedUpdates;
import app.regrip.repair.checks.PendingRestart;
import app.regrip.repair.checks.ProgramInstallation;
import app.regrip.repair.checks.RecentFailures;
import app.regrip.repair.checks.Servicing;
import app.regrip.repair.checks.SharedProcess;
import app.regrip.repair.checks.ThirdPartyAntivirus;
import app.regrip.repair.checks.UpdateInstallation;
import app.regrip.repair.checks.UpdateServices;
import app.regrip.repair.checks.UpdatesWork;
import app.regrip.text.Message;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks before anything is touched: read-only, without elevation. A check that fails says "unknown"
 * about its own subject and nothing about the PC.
 */
public final class Diagnosis {

  private static final List<Severity> MOST_TELLING_FIRST =
      List.of(
          Severity.BLOCKS_REPAIR,
          Severity.CAUSE,
          Severity.WARNING,
          Severity.INFO,
          Severity.UNKNOWN);

  private final List<Check> checks;

  public Diagnosis(Clock clock) {
    this(
        List.of(
            new PendingRestart(),
            new Servicing(),
            new UpdateInstallation(),
            new ProgramInstallation(),
            new SharedProcess(),
            new Bits(),
            new UpdateServices(),
            new ManagedUpdates(),
            new EndOfSupport(clock),
            new DiskSpace(),
            new BatteryPower(),
            new ThirdPartyAntivirus(),
            new FolderSizes(),
            new UpdatesWork(clock),
            new RecentFailures(clock)));
  }

  Diagnosis(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** The findings, most telling first. */
  public List<Finding> look(Pc pc) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      try {
        findings.addAll(check.look(pc));
      } catch (PcException | RuntimeException e) {
        findings.add(couldNotLook(check, e));
      }
    }
    findings.sort(Comparator.comparing(f -> MOST_TELLING_FIRST.indexOf(f.severity())));
    return List.copyOf(findings);
  }

  private static Finding couldNotLook(Check check, Exception e) {
    return new Finding(
        "unknown-" + check.id(),
        Severity.UNKNOWN,
        Message.of("repair.finding.unknown", check.subject()),
        e instanceof PcException pc
            ? Message.of("repair.finding.unknown.seen", pc.what(), pc.code().hex())
            : PcException.what(e),
        Optional.empty());
  }
}
