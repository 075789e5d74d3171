package app.regrip.repair;

import app.regrip.pc.ProcessType;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdateFolder;
import app.regrip.repair.steps.CheckRepairMedia;
import app.regrip.repair.steps.CheckSystemFiles;
import app.regrip.repair.steps.CreateRestorePoint;
import app.regrip.repair.steps.EnableServices;
import app.regrip.repair.steps.HideAgain;
import app.regrip.repair.steps.KeepUpdateHistory;
import app.regrip.repair.steps.LookAtComponentStore;
import app.regrip.repair.steps.RestartService;
import app.regrip.repair.steps.RestoreComponentStore;
import app.regrip.repair.steps.ServiceNames;
import app.regrip.repair.steps.SetFolderAside;
import app.regrip.repair.steps.SetProcessType;
import app.regrip.repair.steps.SetStartType;
import app.regrip.repair.steps.StartServices;
import app.regrip.repair.steps.StopServices;
import app.regrip.repair.steps.TakePoliciesAway;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of each fix. The {@link Troubleshooter} has none: it needs no helper and changes
 * nothing; nor has the {@link Housekeeping}, which can't be taken back.
 */
public final class PlanBook {

  /**
   * The plan of one fix; the same for the same request and run, so that a later process can take it
   * up.
   *
   * @param fix one fix; {@link Fix#ALL} is no plan but a ladder of them
   */
  public Plan plan(Fix fix, FixRequest request, String runId) {
    return new Plan(
        fix,
        switch (fix) {
          case TROUBLESHOOTER, COPIES -> List.of();
          case POLICY ->
              List.of(new TakePoliciesAway(), new RestartService(ServiceNames.WINDOWS_UPDATE));
          case SHARE_PROCESS ->
              List.of(
                  new SetProcessType(ServiceNames.WINDOWS_UPDATE, ProcessType.SHARE),
                  new RestartService(ServiceNames.WINDOWS_UPDATE));
          case BITS ->
              List.of(
                  SetStartType.unlessEnabled(ServiceNames.BITS, StartType.MANUAL),
                  new RestartService(ServiceNames.BITS));
          case DOWNLOADS ->
              List.of(
                  new StopServices(),
                  new SetFolderAside(UpdateFolder.DOWNLOAD, SetFolderAside.downloadsTag(runId)),
                  new StartServices());
          case RESET -> reset(request, runId);
          case DISM -> dism(request);
          case SFC ->
              List.of(
                  SetStartType.unlessEnabled(ServiceNames.TRUSTED_INSTALLER, StartType.MANUAL),
                  new CheckSystemFiles());
          case ALL -> throw new IllegalArgumentException("the ladder is no single plan");
        });
  }

  private static List<Step> dism(FixRequest request) {
    List<Step> steps = new ArrayList<>();
    request.source().map(CheckRepairMedia::new).ifPresent(steps::add);
    steps.add(SetStartType.unlessEnabled(ServiceNames.TRUSTED_INSTALLER, StartType.MANUAL));
    steps.add(new LookAtComponentStore());
    steps.add(new RestoreComponentStore(request.source()));
    return steps;
  }

  private static List<Step> reset(FixRequest request, String runId) {
    List<Step> steps = new ArrayList<>();
    steps.add(new EnableServices());
    steps.add(new KeepUpdateHistory());
    steps.add(new CreateRestorePoint());
    steps.add(new StopServices());
    steps.add(new SetFolderAside(UpdateFolder.DATA_STORE, runId));
    steps.add(new SetFolderAside(UpdateFolder.DOWNLOAD, runId));
    if (request.withCatroot2()) {
      steps.add(new SetFolderAside(UpdateFolder.CATROOT2, runId));
    }
    steps.add(new StartServices());
    steps.add(new HideAgain());
    return steps;
  }
}
