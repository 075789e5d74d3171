package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How big the update folders and the copies set aside are. */
public final class FolderSizes implements Check {

  private static final long WORTH_SAYING = 1_000_000_000L;

  @Override
  public String subject() {
    return "the update folders";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    List<Finding> findings = new ArrayList<>();
    long live =
        pc.updateFolders().bytes(Name.live(UpdateFolder.DATA_STORE))
            + pc.updateFolders().bytes(Name.live(UpdateFolder.DOWNLOAD));
    if (live >= WORTH_SAYING) {
      findings.add(
          new Finding(
              "software-distribution-size",
              Severity.INFO,
              "The update folders hold " + Words.bytes(live) + ".",
              "SoftwareDistribution: " + live + " bytes",
              Optional.empty()));
    }
    List<Name> aside = pc.updateFolders().setAside();
    long kept = 0;
    for (Name name : aside) {
      kept += pc.updateFolders().bytes(name);
    }
    if (!aside.isEmpty()) {
      findings.add(
          new Finding(
              "set-aside-size",
              Severity.INFO,
              aside.size()
                  + " folders set aside by earlier repairs hold "
                  + Words.bytes(kept)
                  + ". They go once a repair has held for a week.",
              String.join(", ", aside.stream().map(Name::fileName).toList()),
              Optional.empty()));
    }
    return findings;
  }
}
