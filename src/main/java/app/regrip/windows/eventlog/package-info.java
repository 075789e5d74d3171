/**
 * The event log of Windows: hearing that there is something new, and reading it. Windows behind
 * {@link app.regrip.pc.UpdateLog}.
 */
package app.regrip.windows.eventlog;
