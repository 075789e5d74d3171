package app.regrip.pc;

/**
 * One service as the SCM describes it.
 *
 * @param name the service key, as Windows spells it
 * @param state what its process does now
 * @param startType how Windows starts it
 * @param processType the <em>configured</em> process type (registry value {@code Type}); the
 *     running type differs on healthy PCs because of service-host splitting and is of no use
 * @param hasTriggers whether start triggers are registered (subkey {@code TriggerInfo})
 */
public record ServiceStatus(
    String name,
    RunState state,
    StartType startType,
    ProcessType processType,
    boolean hasTriggers) {

  /** SERVICE_STATUS.dwCurrentState. */
  public enum RunState {
    STOPPED,
    START_PENDING,
    STOP_PENDING,
    RUNNING,
    PAUSED
  }

  public boolean isRunning() {
    return state == RunState.RUNNING || state == RunState.START_PENDING;
  }

  public boolean isStopped() {
    return state == RunState.STOPPED;
  }
}
