/**
 * One running Regrip behind any of its faces. It watches the status, keeps alerts, snoozes and
 * cases, starts helpers and follows them, and publishes all of it as one {@code Snapshot} after the
 * other, from one thread.
 */
package app.regrip.session;
