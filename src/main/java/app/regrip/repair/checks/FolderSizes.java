package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.pc.UpdateFolders.Size;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How big the update folders and the copies set aside are. */
public final class FolderSizes implements Check {

  private static final long WORTH_SAYING = 1_000_000_000L;

  @Override
  public String id() {
    return "folder-sizes";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    List<Finding> findings = new ArrayList<>();
    Size live =
        pc.updateFolders()
            .size(Name.live(UpdateFolder.DATA_STORE))
            .plus(pc.updateFolders().size(Name.live(UpdateFolder.DOWNLOAD)));
    if (live.bytes() >= WORTH_SAYING) {
      findings.add(
          new Finding(
              "software-distribution-size",
              Severity.INFO,
              Message.of("repair.finding.folder-sizes", ByteSize.size(live)),
              Message.of(
                  live.whole()
                      ? "repair.finding.folder-sizes.seen"
                      : "repair.finding.folder-sizes.seen-in-part",
                  Long.toString(live.bytes())),
              Optional.empty()));
    }
    List<Name> aside = pc.updateFolders().setAside();
    Size kept = new Size(0, true);
    for (Name name : aside) {
      kept = kept.plus(pc.updateFolders().size(name));
    }
    if (!aside.isEmpty()) {
      findings.add(
          new Finding(
              "set-aside-size",
              Severity.INFO,
              Message.of("repair.finding.set-aside", aside.size(), ByteSize.size(kept)),
              Message.asIs(String.join(", ", aside.stream().map(Name::fileName).toList())),
              Optional.empty()));
    }
    return findings;
  }
}
