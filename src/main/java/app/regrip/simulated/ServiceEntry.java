package app.regrip.simulated;

import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.StartType;
import java.time.Instant;
import java.util.List;

/**
 * One service of the pretend PC, as its file has it.
 *
 * @param name the service key, as Windows spells it
 * @param dependents the services that can't run without this one
 */
record ServiceEntry(
    String name,
    StartType startType,
    ProcessType processType,
    boolean hasTriggers,
    List<String> dependents,
    Nature nature,
    Run run) {

  /**
   * How it takes what is asked of it.
   *
   * @param refusesToStop the Win32 error it answers a stop with, or null
   * @param guarded whether Windows lets nobody change its configuration
   * @param stopsWhenIdle whether it stops by itself some time after it was started
   * @param secondsToStop how long a stop takes in life; a few where it is 0
   * @param startsAgainByTrigger whether something starts it again soon after it was stopped, unless
   *     it is disabled
   */
  record Nature(
      Integer refusesToStop,
      boolean guarded,
      boolean stopsWhenIdle,
      int secondsToStop,
      boolean startsAgainByTrigger) {}

  /**
   * What its process does.
   *
   * @param staleHandle its last process died with a handle that the next one trips over
   * @param until when this state ends by itself in a stop, or null
   * @param looksUntilBack after how many looks another service or a trigger will have started it
   *     again; 0 for never
   * @param secondsLeft of a stop, as long as it was asked for; each look takes one of them on a PC
   *     where no time passes
   */
  record Run(
      RunState state, boolean staleHandle, String until, int looksUntilBack, int secondsLeft) {

    Run withState(RunState newState) {
      return new Run(newState, staleHandle, null, 0, 0);
    }

    Run until(Instant end) {
      return new Run(state, staleHandle, end.toString(), looksUntilBack, secondsLeft);
    }

    Run backAfter(int looks) {
      return new Run(state, staleHandle, until, looks, secondsLeft);
    }

    Run stoppingFor(int seconds) {
      return new Run(RunState.STOP_PENDING, staleHandle, null, 0, seconds);
    }

    Run withoutStaleHandle() {
      return new Run(state, false, until, looksUntilBack, secondsLeft);
    }

    boolean isOverAt(Instant now) {
      return until != null && !now.isBefore(Instant.parse(until));
    }
  }

  ServiceEntry with(Run newRun) {
    return new ServiceEntry(name, startType, processType, hasTriggers, dependents, nature, newRun);
  }

  ServiceEntry with(StartType newType) {
    return new ServiceEntry(name, newType, processType, hasTriggers, dependents, nature, run);
  }

  ServiceEntry with(ProcessType newType) {
    return new ServiceEntry(name, startType, newType, hasTriggers, dependents, nature, run);
  }

  RunState state() {
    return run.state();
  }

  boolean isDisabled() {
    return startType == StartType.DISABLED;
  }

  /** Anything but stopped: its process is there and has its files open. */
  boolean hasProcess() {
    return state() != RunState.STOPPED;
  }

  boolean startsWithWindows() {
    return startType == StartType.AUTOMATIC || startType == StartType.AUTOMATIC_DELAYED;
  }

  ServiceStatus status() {
    return new ServiceStatus(name, state(), startType, processType, hasTriggers);
  }
}
