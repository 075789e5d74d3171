/**
 * From the events of Windows Update to its status, and from the status to the rule for alerts. All
 * of it is values and pure functions but {@code StatusMonitor}, which asks again when the PC says
 * that something is new.
 */
package app.regrip.update;
