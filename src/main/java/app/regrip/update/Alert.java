package app.regrip.update;

/**
 * One toast.
 *
 * @param failure what it is about
 * @param recurrence 1 for the first time, counting each time the same failure came back
 */
public record Alert(UpdateStatus.Failing failure, int recurrence) {}
