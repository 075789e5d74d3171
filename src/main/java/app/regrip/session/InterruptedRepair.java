package app.regrip.session;

import app.regrip.repair.Fix;
import app.regrip.text.Message;
import java.time.Instant;

/**
 * A repair that was cut off: by a power cut, a kill, or a restart it asked for itself.
 *
 * @param step and steps: "interrupted at step 3 of 7"
 * @param words what was interrupted and that nothing is lost, one or two plain sentences
 * @param waitsForRestart it is not broken but waits for the PC to be restarted, and goes on then
 */
public record InterruptedRepair(
    String runId,
    Fix fix,
    Instant startedAt,
    int step,
    int steps,
    Message words,
    boolean waitsForRestart) {}
