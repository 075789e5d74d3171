/**
 * Reads the logs a person can send, on any system: what kind of file it is (from its content, never
 * from its name), what happened in it, and what follows from all of them together.
 */
package app.regrip.evidence;
