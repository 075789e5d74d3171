package app.regrip.windows;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.Power;
import app.regrip.pc.Programs;
import app.regrip.pc.RestorePoints;
import app.regrip.pc.Services;
import app.regrip.pc.ServicingLog;
import app.regrip.pc.SystemPages;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdateLog;
import app.regrip.pc.UpdatePolicies;
import app.regrip.windows.eventlog.EventLog;
import app.regrip.windows.eventlog.WindowsUpdateLog;
import app.regrip.windows.facts.WindowsPcFacts;
import app.regrip.windows.facts.WindowsUpdatePolicies;
import app.regrip.windows.folders.WindowsUpdateFolders;
import app.regrip.windows.power.WindowsPower;
import app.regrip.windows.services.WindowsServices;
import app.regrip.windows.servicing.WindowsPrograms;
import app.regrip.windows.servicing.WindowsServicingLog;
import app.regrip.windows.wua.WindowsUpdateAgent;

/** The PC this runs on. Opens nothing by itself: each port asks Windows when it is asked. */
public final class WindowsPc implements Pc {

  private final UpdateLog updateLog = new WindowsUpdateLog();
  private final Services services = new WindowsServices();
  private final UpdateAgent updateAgent = new WindowsUpdateAgent();
  private final UpdateFolders updateFolders;
  private final Programs programs;
  private final ServicingLog servicingLog;
  private final RestorePoints restorePoints = new WindowsRestorePoints();
  private final Power power = new WindowsPower();
  private final PcFacts facts = new WindowsPcFacts(new EventLog());
  private final UpdatePolicies updatePolicies = new WindowsUpdatePolicies();
  private final SystemPages systemPages = new WindowsSystemPages(facts);

  /**
   * @throws PcException where Windows does not even say in which folder it is
   */
  public WindowsPc() throws PcException {
    this.updateFolders = new WindowsUpdateFolders();
    this.programs = new WindowsPrograms();
    this.servicingLog = new WindowsServicingLog();
  }

  @Override
  public Services services() {
    return services;
  }

  @Override
  public UpdateLog updateLog() {
    return updateLog;
  }

  @Override
  public UpdateAgent updateAgent() {
    return updateAgent;
  }

  @Override
  public UpdateFolders updateFolders() {
    return updateFolders;
  }

  @Override
  public Programs programs() {
    return programs;
  }

  @Override
  public SystemPages systemPages() {
    return systemPages;
  }

  @Override
  public ServicingLog servicingLog() {
    return servicingLog;
  }

  @Override
  public RestorePoints restorePoints() {
    return restorePoints;
  }

  @Override
  public Power power() {
    return power;
  }

  @Override
  public PcFacts facts() {
    return facts;
  }

  @Override
  public UpdatePolicies updatePolicies() {
    return updatePolicies;
  }
}
