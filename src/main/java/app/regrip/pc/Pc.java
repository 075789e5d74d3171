package app.regrip.pc;

/**
 * Everything Regrip needs of a PC, as small ports. The {@code windows} package answers them with
 * Win32 and COM, the {@code simulated} package with a pretend PC in a folder; nothing else knows
 * which.
 *
 * <p>Ports block, may be called from any thread, and report trouble as {@link PcException}.
 */
public interface Pc {

  Services services();

  UpdateLog updateLog();

  UpdateAgent updateAgent();

  UpdateFolders updateFolders();

  Programs programs();

  SystemPages systemPages();

  ServicingLog servicingLog();

  RestorePoints restorePoints();

  Power power();

  PcFacts facts();

  UpdatePolicies updatePolicies();
}
