package app.regrip.cli;

import app.regrip.session.RepairProgress;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;

/** A way of telling how a repair goes. */
interface Narration {

  void fixBegan(Rung rung);

  /**
   * @param number of the step, from 1
   */
  void stepEnded(Rung rung, int number, Step step);

  void fixEnded(Rung rung);

  /** Windows is checking for updates now, to prove the fix. */
  void proofBegan();

  /**
   * The user asked to stop.
   *
   * @param atOnce whether the running step can be cut short
   */
  void stopping(boolean atOnce);

  /** How it stands now; told also where nothing has changed but the time. */
  void running(RepairProgress progress);
}
