/**
 * The fix and its proof. A {@code RepairRun} looks first, climbs a {@code Ladder} of fixes, the
 * gentlest first, and asks Windows after each whether updates work again. A fix is a {@code Plan}
 * of {@code Step}s whose undo record is in the {@code Journal} before they touch anything, so that
 * a run that was cut off has a name, and can be finished or taken back.
 */
package app.regrip.repair;
